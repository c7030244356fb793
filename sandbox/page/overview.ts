import type { PortalContext } from '../resources/operation';
import type { Row, Section } from './section';
import { sectionsOf, type Shown } from './sections';

/** As many rows as one looks at; a portal may hold thousands. */
const rowsShown = 8;
const rowsShownOnRequest = 500;

/** A table as it is shown. */
interface ShownSection extends Omit<Section, 'rows'> {
	rows: Row[];
	/** How many older ones are not shown. */
	hidden: number;
	isWhole: boolean;
}

/**
 * What the page shows.
 * @param whole Anchor of the table to show with as many rows as a browser can hold.
 */
export function overviewOf(
	{ settings }: PortalContext,
	shown: Shown,
	whole: string | undefined,
): object {
	const sections = sectionsOf(shown).map((section): ShownSection => {
		const isWhole = section.id === whole;
		const rows = section.rows(isWhole ? rowsShownOnRequest : rowsShown);
		return { ...section, rows, hidden: section.count - rows.length, isWhole };
	});
	return {
		address: `${settings.publicUrl}/v1`,
		key: settings.keys[0]?.token ?? '',
		sections,
		whole,
	};
}

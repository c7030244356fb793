import type { INodeParameters } from 'n8n-workflow';
import { INVOICE, itemWithFile, LINES, OFFER, pdf, usePortal } from './portalFixture';

const fixture = usePortal();
const FROM_LINES: INodeParameters = {
	operation: 'createManual',
	specifyLines: 'fields',
	lines: LINES,
};

describe.each<[string, INodeParameters]>([
	['invoice with PDF', { ...INVOICE, invoiceNumber: '1' }],
	['invoice from lines', { ...INVOICE, ...FROM_LINES, invoiceNumber: '1' }],
	['offer with PDF', OFFER],
	['offer from lines', { ...OFFER, ...FROM_LINES }],
])('Notify Customer of an %s', (_name, parameters) => {
	it.each<[string, INodeParameters, boolean | undefined]>([
		['nothing by default', {}, undefined],
		['yes', { sendNotification: true }, true],
		['no', { sendNotification: false }, false],
		['what an expression gives', { sendNotification: '={{ "nee" }}' }, false],
		[
			'nothing where an expression finds nothing',
			{ sendNotification: '={{ $json.none }}' },
			undefined,
		],
		['what workflows made before say', { additionalFields: { sendNotification: true } }, true],
		[
			'that it is off in workflows made before',
			{ additionalFields: { sendNotification: false } },
			false,
		],
		[
			'an expression of a workflow made before',
			{ additionalFields: { sendNotification: '={{ true }}' } },
			true,
		],
		[
			'itself before what stood elsewhere',
			{ sendNotification: false, additionalFields: { sendNotification: true } },
			false,
		],
	])('sends %s', async (_what, changes, expected) => {
		const { error } = await fixture.run({
			parameters: { ...parameters, ...changes },
			items: [itemWithFile(pdf())],
		});
		expect(error).toBeUndefined();
		const body = fixture.portal.requests.at(-1)?.body as Record<string, unknown>;
		// In a form it is text.
		expect(body.sendNotification?.toString()).toBe(expected?.toString());
	});

	it('refuses what is neither yes nor no', async () => {
		const { error } = await fixture.run({
			parameters: { ...parameters, sendNotification: '={{ "perhaps" }}' },
			items: [itemWithFile(pdf())],
		});
		expect(error?.message).toContain('Notify Customer is neither true nor false: "perhaps"');
		expect(fixture.portal.requests).toEqual([]);
	});
});

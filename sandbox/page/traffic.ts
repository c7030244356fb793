import type { RecordedRequest } from '../exchange';
import type { PortalState } from '../state';
import type { Delivery } from '../webhooks';
import { code, text } from './cells';
import { type Section, section } from './section';

/** What the portal was asked, the newest request first. */
export function requestsOf(requests: RecordedRequest[]): Section {
	return section(
		'requests',
		'Last requests',
		['Time', 'What', 'Request', 'Answer'],
		requests,
		(request) => ({
			cells: [
				{ text: clock(request.at), kind: 'day' },
				{ text: inWords(request.operationId), href: anchorOf(request.path) },
				code(`${request.method} ${request.path}`),
				{
					text: request.status === undefined ? 'no answer' : String(request.status),
					tone: (request.status ?? 500) >= 400 ? 'bad' : 'good',
				},
			],
		}),
	);
}

/** What the portal tells others, and what they answered. */
export function hooksOf(state: PortalState, deliveries: Delivery[]): Section[] {
	return [
		section('webhooks', 'Webhooks', ['Event', 'Address'], state.webhooks, ({ type, url }) => ({
			cells: [text(type), code(url)],
		})),
		section(
			'calls',
			'Calls of webhooks',
			['Time', 'Event', 'Address', 'Answer'],
			deliveries,
			({ at, type, url, status, error }) => ({
				cells: [
					{ text: clock(at), kind: 'day' },
					text(type),
					code(url),
					{
						text: String(status ?? error ?? 'under way'),
						tone: status !== undefined && status < 300 ? 'good' : 'bad',
					},
				],
			}),
		),
	];
}

function clock(at: number): string {
	return new Date(at).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
}

/** `create-customer-invoice` → `Create customer invoice` */
function inWords(operationId = ''): string {
	const words = operationId.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

const anchors: Record<string, string> = {
	'customer-invoices': 'invoices',
	'customer-offers': 'offers',
	'customer-subscriptions': 'subscriptions',
};

/** Where on the page stands what a path of the API is about. */
function anchorOf(path: string): string {
	const [, kind = ''] = path.split('/');
	return `#${encodeURIComponent(anchors[kind] ?? kind)}`;
}

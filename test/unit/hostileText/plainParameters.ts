import type { Creation } from '../../../nodes/MijnKlantportaal/execution/creation';
import { eventOf } from '../../../nodes/shared/objects/events';
import { KnownObjects } from '../../../nodes/shared/objects/knownObjects';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { channelOf } from '../../../nodes/shared/transport/channel';
import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { digitsOfText } from '../../../nodes/shared/values/writtenNumber';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';
import { AMSTERDAM } from '../values/timeZones';
import { API } from './hostileTexts';

const { customer } = portalObjects;
const COLUMN = { displayName: 'Name', read: (value: unknown) => value };
const FIELD = { property: { displayName: 'City', name: 'city', type: 'string' }, mapping: COLUMN };
const ACCOUNT = { authentication: 'oAuth2', credentialName: 'Portal', baseUrl: API };
const CONNECTION = { ...ACCOUNT, channel: channelOf(API, 'token') };
const REQUEST: ApiRequest = { method: 'GET', url: '/customers', answerField: 'data' };
const WALL = { year: 2026, month: 7, day: 1, hour: 12, minute: 0, second: 0 };
const BINARY = { mimeType: 'application/pdf', data: '' };
const CREATION: Creation = {
	ifExists: 'useExisting',
	object: customer,
	keys: [{ companyName: 'Jansen' }],
	agreeing: { city: 'Utrecht' },
	displayNameOf: (name) => name,
	checkedAt: 0,
	begunAt: 0,
};

function knownObjects(): KnownObjects {
	const known = new KnownObjects();
	known.put({ id: 'cst_1', companyName: 'Jansen' }, 0);
	return known;
}

/** What takes the digits that another reader made, and gets nothing else. */
export const TAKE_DIGITS = ['decimalOf', 'amountOfQuantity'];

/**
 * What readers of several parameters are given in all but the one that is tried, by their names; made anew
 * each time. Nothing of it keeps a reader from looking at that one.
 */
export const PLAIN_PARAMETERS: Record<string, () => unknown[]> = {
	addressOf: () => [API, 'invoice-paid'],
	alikeIn: () => [knownObjects(), 'companyName', 'Janssen'],
	amountOfQuantity: () => ['1', '1'],
	AttachedFile: () => [BINARY, 'data', 'Input Binary Field', true],
	AttachedImage: () => [BINARY, 'data', 'Image', false],
	channelOf: () => [API, 'token'],
	checkAgreement: () => [CREATION, { city: 'Breda' }, 'The customer cst_1'],
	comparable: () => ['Jansen', 'companyName'],
	compare: () => [API, ['invoice-paid'], [], []],
	dateCure: () => ['2026-07-01', '2026-07-01'],
	describeLackingScope: () => [REQUEST, ACCOUNT, 'customers:read', 'No.'],
	describeRefusedToken: () => [REQUEST, ACCOUNT, 'customers:read', 'No.'],
	digitsOf: () => ['1', (text: string) => digitsOfText(text, text)],
	digitsOfText: () => ['1', '1'],
	directoryOf: () => [CONNECTION, customer, '/customers'],
	displayNameOf: () => [[FIELD], 'city'],
	fileNameFrom: () => ['attachment', 'https://files.example.com/a.pdf'],
	instantOf: () => [WALL, AMSTERDAM],
	isFruitless: () => [CONNECTION, REQUEST, 'token'],
	isIdentifier: () => ['cst_1', customer],
	isRecognisable: () => [eventOf('invoice-paid'), {}],
	isSameMoment: () => ['2026-07-01', '2026-07-01'],
	isSameValue: () => ['issuedAt', '2026-07-01', '2026-07-02'],
	isSigned: () => ['sha256=0', Buffer.from('{}'), 'secret'],
	mapParameters: () => [[FIELD], { getNodeParameter: () => 'Utrecht' }, { url: '/' }, 'filters'],
	Narrowing: () => [[], {}, AMSTERDAM],
	noteFruitless: () => [CONNECTION, REQUEST, 'token'],
	noteProblem: () => [{ url: '/' }, 'City', new WrongValue('is wrong', 'Mend it.')],
	numberHeader: () => [{ headers: { 'retry-after': '1' } }, 'retry-after'],
	pathTo: () => [customer, 'cst_1'],
	readAddress: () => ['/a', API],
	readDateInput: () => ['2026-07-01', 'Use a date.'],
	readParameter: () => ['Events', 'invoice-paid', (value: unknown) => value, 'invoice-paid'],
	Reference: () => [customer, customer.keys?.[0], 'a@example.com'],
	toBaseUrl: () => [API, ACCOUNT, 'Base URL'],
	toChoice: () => ['1 month', ['1 month', '1 year']],
	toDay: () => ['2026-07-01', AMSTERDAM],
	toIdentifier: () => ['cst_1', customer],
	toIdentifierList: () => ['cst_1', customer, (value: unknown) => value],
	toMinute: () => ['2026-07-01 12:00', AMSTERDAM],
	toMixedReference: () => ['cst_1', customer],
	toMoment: () => ['2026-07-01 12:00', AMSTERDAM],
	toReadable: () => ['No.', ['secret']],
	toReference: () => ['a@example.com', customer, 'email'],
	toRows: () => [
		'[]',
		{ noun: 'row', plural: 'rows', columns: { name: COLUMN }, remedy: 'Give rows.' },
	],
	wallTimeAt: () => [0, AMSTERDAM],
	whyNotExisting: () => [WALL, 'friday'],
	withoutTrailing: () => ['/a/', '/'],
};

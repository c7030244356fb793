import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { digitsOfText } from '../../../nodes/shared/values/writtenNumber';
import { AMSTERDAM } from '../values/timeZones';
import { API } from './hostileTexts';

const COLUMN = { displayName: 'Name', read: (value: unknown) => value };
const ACCOUNT = { authentication: 'apiKey', credentialName: 'Portal', baseUrl: API };

/** What takes the digits that another reader made, and gets nothing else. */
export const TAKE_DIGITS = ['decimalOf', 'amountOfQuantity'];

/** What readers take besides the text, by their names. */
export const OTHER_PARAMETERS: Record<string, unknown[]> = {
	addressOf: ['invoice-paid'],
	amountOfQuantity: ['1'],
	channelOf: ['token'],
	comparable: ['companyName'],
	compare: [['invoice-paid'], [], []],
	dateCure: ['text'],
	describeNoRenewal: [ACCOUNT],
	digitsOf: [(text: string) => digitsOfText(text, text)],
	digitsOfText: ['text'],
	fileNameFrom: ['https://files.example.com/a.pdf'],
	isIdentifier: [portalObjects.customer],
	isSameMoment: ['2026-07-01'],
	isSameValue: ['2026-07-01', '2026-07-02'],
	isSigned: [Buffer.from('{}'), 'secret'],
	nextQuery: [ACCOUNT],
	readAddress: [API],
	readDateInput: ['Use a date.'],
	toBaseUrl: [ACCOUNT, 'Base URL'],
	toChoice: [['1 month', '1 year']],
	toDay: [AMSTERDAM],
	toIdentifier: [portalObjects.customer],
	toIdentifierList: [portalObjects.customer, (value: unknown) => value],
	toMinute: [AMSTERDAM],
	toMixedReference: [portalObjects.customer],
	toMoment: [AMSTERDAM],
	toReadable: [['secret']],
	toReference: [portalObjects.customer, 'email'],
	withoutTrailing: ['/'],
	toRows: [{ noun: 'row', plural: 'rows', columns: { name: COLUMN }, remedy: 'Give rows.' }],
};

import {
	type ApiResponse,
	isSuccess,
	numberHeader,
	objectOf,
	retryAfterOf,
	toResponse,
} from '../../../nodes/shared/transport/response';

const withHeaders = (headers: ApiResponse['headers']): ApiResponse => ({
	status: 200,
	headers,
	body: undefined,
});

it('knows headers by their names in lower case, as texts', () => {
	const headers = { 'X-Left': 12, Empty: null, Absent: undefined, list: ['a', 'b'] };
	const response = toResponse({ statusCode: 201, headers, body: { a: 1 } } as never);
	expect(response).toEqual({
		status: 201,
		headers: { 'x-left': '12', empty: undefined, absent: undefined, list: 'a,b' },
		body: { a: 1 },
	});
});

it.each([
	[199, false],
	[200, true],
	[299, true],
	[300, false],
])('status %i is a success: %j', (status, expected) => {
	expect(isSuccess({ status })).toBe(expected);
});

it.each([
	[{ a: 1 }, { a: 1 }],
	[[1], undefined],
	[null, undefined],
	['text', undefined],
	[undefined, undefined],
])('the object in %j is %j', (body, object) => {
	expect(objectOf({ status: 200, headers: {}, body })).toEqual(object);
});

it.each([
	['12', 12],
	[' 12 ', 12],
	['0', 0],
	['1.5', undefined],
	['12x', undefined],
	['x12', undefined],
	['-1', undefined],
	['', undefined],
	[undefined, undefined],
])('the number in the header %j is %j', (text, number) => {
	expect(numberHeader(withHeaders({ n: text }), 'n')).toBe(number);
});

const now = Date.parse('2026-12-31T12:00:00Z');

it.each([
	['12', 12_000],
	['0', 0],
	['Thu, 31 Dec 2026 12:00:30 GMT', 30_000],
	['Thu, 31 Dec 2026 11:59:30 GMT', 0],
	['soon', undefined],
	[undefined, undefined],
])('retry-after: %j is a wait of %j ms', (text, expected) => {
	expect(retryAfterOf(withHeaders({ 'retry-after': text }), now)).toBe(expected);
});

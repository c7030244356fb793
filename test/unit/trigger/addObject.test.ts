import { addObject } from '../../../nodes/MijnKlantportaalTrigger/output/addObject';
import { inFakeTime, useFakeTime } from '../fakeTime';
import { broken, type Coming, connectTo, inOrder, json } from '../scriptedConnection';

useFakeTime();

const found = json({ id: 'inv_1', amount: '12.00' });

async function adding(json: object, coming: Coming = found, fetchObject: unknown = true) {
	const scripted = await connectTo(inOrder(coming), {
		more: {
			getExecutionCancelSignal: () => undefined,
			getExecutionId: () => '1',
			getNodeParameter: () => fetchObject,
		},
	});
	const item = { json: json as never, pairedItem: { item: 9 } };
	return { ...scripted, ...(await inFakeTime(addObject(scripted.context as never, item, 3))) };
}

it('adds the object that the event happened to', async () => {
	const json = { event: 'invoice-paid', payload: { customer: 'cst_1', data: { id: 'inv_1' } } };
	const { result, lines } = await adding(json);
	expect(lines).toEqual(['GET /customer-invoices/inv_1']);
	expect(result).toEqual({
		json: { ...json, object: { id: 'inv_1', amount: '12.00' } },
		pairedItem: { item: 3 },
	});
});

it.each([false, 'false', 0])(
	'leaves the item as it is where nothing is wanted: %j',
	async (wanted) => {
		const json = { event: 'invoice-paid', payload: 'inv_1' };
		const { result, requests } = await adding(json, found, wanted);
		expect(result).toEqual({ json, pairedItem: { item: 9 } });
		expect(requests).toEqual([]);
	},
);

it('fails where nobody can say what is wanted', async () => {
	const { error, requests } = await adding({ event: 'invoice-paid' }, found, 'maybe');
	expect(error).toMatchObject({
		message: 'Fetch All Details is neither true nor false: "maybe"',
		description: 'Use true or false. Nothing was sent.',
		name: 'NodeApiError',
	});
	expect(requests).toEqual([]);
});

it.each([
	['an unknown event', { event: 'x', payload: { id: 'inv_1' } }],
	['a payload that names none', { event: 'invoice-paid', payload: { id: 'cst_1' } }],
])('adds nothing for %s', async (_name, json) => {
	const { result, requests } = await adding(json);
	expect(result?.json.object).toBeNull();
	expect(requests).toEqual([]);
});

it('adds nothing for an object that is gone', async () => {
	const { result } = await adding({ event: 'invoice-paid', payload: 'inv_1' }, json({}, 404));
	expect(result?.json.object).toBeNull();
});

it.each([
	['a refusal', json({ message: 'No.' }, 403), 'No.'],
	[
		'an answer without it',
		json({ x: 1 }),
		'The API answered without an object where one was expected',
	],
	['no answer', broken(), 'The connection to the API ended before an answer came'],
])('fails for %s, in the words of the person on the canvas', async (_name, coming, message) => {
	const { error } = await adding({ event: 'invoice-paid', payload: 'inv_1' }, coming);
	expect(error).toMatchObject({ message, name: 'NodeApiError' });
});

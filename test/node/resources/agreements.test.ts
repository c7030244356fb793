import '../fastClock';
import type { INodeExecutionData } from 'n8n-workflow';
import { byId, pdf, usePortal } from '../portalFixture';
import { testOperations, testRefusals } from './tables';

const fixture = usePortal();

const IMAGE = 'data:image/png;base64,iVBORw0KGgo=';
const SIGNER = { firstName: 'Dirk Jan', lastName: 'Bakker', email: 'dj@test.example' };
const CREATE = {
	resource: 'agreement',
	operation: 'create',
	name: 'Service contract',
	signerName: 'John Doe',
	signerSignatureData: IMAGE,
	signers: { signer: [{ ...SIGNER, shouldIdentify: true }, SIGNER] },
	binaryPropertyNames: 'contract, terms',
};

function documents(...sizes: number[]): INodeExecutionData {
	const names = ['contract', 'terms', 'third', 'fourth', 'fifth', 'sixth'];
	return {
		json: {},
		binary: Object.fromEntries(
			sizes.map((size, index) => [
				names[index],
				{
					data: Buffer.concat([pdf(), Buffer.alloc(size)]).toString('base64'),
					mimeType: 'application/pdf',
					fileName: `${names[index]}.pdf`,
				},
			]),
		),
	};
}

testOperations(fixture, [
	{
		name: 'Create sends lists the way PHP reads them',
		given: () => CREATE,
		items: [documents(0, 10)],
		method: 'POST',
		path: '/agreements',
		body: {
			name: 'Service contract',
			signerName: 'John Doe',
			signerSignatureData: IMAGE,
			signers: [
				{ ...SIGNER, shouldIdentify: 'true' },
				{ ...SIGNER, shouldIdentify: 'false' },
			],
		},
		output: [
			{
				name: 'Service contract',
				signers: [
					expect.objectContaining({ ...SIGNER, shouldIdentify: true }),
					expect.objectContaining({ ...SIGNER, shouldIdentify: false }),
				],
				documents: [
					expect.objectContaining({ documentName: 'contract.pdf' }),
					expect.objectContaining({ documentName: 'terms.pdf' }),
				],
			},
		],
	},
]);

it('Create takes the signature from a binary field, as nobody can type an image', async () => {
	const item = documents(0);
	const signature = { data: 'iVBORw0KGgo=', mimeType: 'image/png', fileName: 'signature.png' };
	const { error } = await fixture.run({
		parameters: { ...CREATE, signerSignatureData: 'signature', binaryPropertyNames: 'contract' },
		items: [{ ...item, binary: { ...item.binary, signature } }],
	});
	expect(error).toBeUndefined();
	expect(fixture.portal.requests.map(({ body }) => body)).toMatchObject([
		{ signerSignatureData: IMAGE },
	]);
});

it('Create sends a document once that is named twice', async () => {
	await fixture.run({
		parameters: { ...CREATE, binaryPropertyNames: 'contract, terms, contract' },
		items: [documents(0, 10)],
	});
	expect(
		fixture.portal.requests.map(({ files }) => files?.map(({ fileName }) => fileName)),
	).toEqual([['contract.pdf', 'terms.pdf']]);
});

it('Get, Get Many and Download Document work on the agreement', async () => {
	const { items } = await fixture.run({ parameters: CREATE, items: [documents(0, 0)] });
	const { id, documents: made } = items[0]?.json as {
		id: string;
		documents: Array<{ id: string }>;
	};
	const get = await fixture.run({
		parameters: { resource: 'agreement', operation: 'get', agreementId: byId(id) },
	});
	expect(get.items).toMatchObject([{ json: { id, signers: [SIGNER, SIGNER] } }]);
	const all = await fixture.run({ parameters: { resource: 'agreement', operation: 'getAll' } });
	expect(all.items).toMatchObject([{ json: { id } }]);
	const download = await fixture.run({
		parameters: {
			resource: 'agreement',
			operation: 'downloadDocument',
			agreementId: byId(id),
			documentId: byId(String(made[1]?.id)),
			binaryPropertyName: 'signed',
		},
	});
	expect(fixture.portal.requests.at(-1)?.path).toBe(
		`/agreements/${id}/documents/${made[1]?.id}/download`,
	);
	expect(download.items[0]?.binary?.signed).toMatchObject({
		fileName: 'terms.pdf',
		mimeType: 'application/pdf',
	});
});

it('takes booleans as digits where the API wants them so', async () => {
	fixture.portal.misbehave({
		kind: 'status',
		method: 'POST',
		status: 422,
		body: { message: 'The signers[0][shouldIdentify] field must be true or false.' },
	});
	await fixture.run({ parameters: CREATE, items: [documents(0, 0)] });
	expect(fixture.portal.requests.map(({ body }) => body)).toMatchObject([
		{ signers: [{ shouldIdentify: 'true' }, {}] },
		{ signers: [{ shouldIdentify: '1' }, {}] },
	]);
});

const MEGABYTE = 1024 * 1024;

testRefusals(
	fixture,
	CREATE,
	[
		[
			{ signerSignatureData: 'signature.png' },
			'Your Signature names no file of the item: "signature.png"',
			"Use one of the item's binary fields: contract, terms, third, fourth, fifth, sixth.",
		],
		[
			{ signerSignatureData: 'terms' },
			'Your Signature names a file that is no image: "terms.pdf" (application/pdf)',
			'Use a binary field that holds a PNG or JPEG.',
		],
		[
			{ signerSignatureData: 'data:text/plain,John' },
			'Your Signature is not an image as data URL: "data:text/plain,John"',
			'Use text that begins with data:image/png;base64, followed by the image in base64.',
		],
		[
			{ signers: { signer: [SIGNER, { ...SIGNER, email: 'dirk' }] } },
			'Signers has a signer 2 whose Email is not an e-mail address: "dirk"',
			'Use one address such as name@email.com.',
		],
		[
			{ signers: { signer: Array.from({ length: 6 }, () => SIGNER) } },
			'Signers has 6 signers, where the API takes at most 5',
			'Leave out 1, or divide them over several items.',
		],
		[
			{ binaryPropertyNames: 'contract,terms,third,fourth,fifth,sixth' },
			'Input Binary Fields names 6 files',
			'Name at most 5.',
		],
		[
			{ binaryPropertyNames: '={{ [] }}' },
			'Input Binary Fields names no file of the item: []',
			"Use one of the item's binary fields: contract, terms, third, fourth, fifth, sixth.",
		],
		[
			{ binaryPropertyNames: ',' },
			'Input Binary Fields names no file of the item: ","',
			"Use one of the item's binary fields: contract, terms, third, fourth, fifth, sixth.",
		],
		[
			{ binaryPropertyNames: 'contract, letter' },
			'Input Binary Fields names no file of the item: "letter"',
			"Use one of the item's binary fields: contract, terms, third, fourth, fifth, sixth.",
		],
		[
			{ binaryPropertyNames: 'fifth, sixth' },
			'Input Binary Fields name files of 5.2 MB together, where the API takes at most 5 MB',
			'Use smaller files, for example PDFs with compressed images.',
		],
	],
	[documents(0, 0, 0, 0, 2.1 * MEGABYTE, 3.1 * MEGABYTE)],
);

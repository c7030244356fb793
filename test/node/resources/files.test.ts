import '../fastClock';
import { byId, CUSTOMER_ID, itemWithFile, pdf, usePortal } from '../portalFixture';
import { testOperations, testRefusals } from './tables';

const fixture = usePortal();

const ofType = (files: Array<{ id: string; type: string }>, type: string): string =>
	String(files.find((file) => file.type === type)?.id);

describe('File', () => {
	testOperations(fixture, [
		{
			name: 'Upload puts the file into a directory',
			given: ({ files }) => ({
				resource: 'file',
				operation: 'upload',
				additionalFields: { directory: byId(ofType(files, 'directory')) },
			}),
			items: [itemWithFile(Buffer.from('x'), { fileName: 'notitie.txt', mimeType: 'text/plain' })],
			method: 'POST',
			path: '/files',
			query: { directory: expect.stringMatching(/^fsd_/) },
			output: [{ name: 'notitie.txt', mime: 'text/plain', size: 1, type: 'file' }],
		},
		{
			name: 'Get reads a directory',
			given: ({ files }) => ({
				resource: 'file',
				operation: 'get',
				fileOrDirId: byId(ofType(files, 'directory')),
			}),
			method: 'GET',
			path: '/files/{}',
			output: [{ type: 'directory', name: 'Contracten' }],
		},
	]);

	it('Download gives the file with its name', async () => {
		const { items } = await fixture.run({
			parameters: {
				resource: 'file',
				operation: 'download',
				fileId: byId(ofType(fixture.portal.state.files, 'file')),
			},
		});
		expect(fixture.portal.requests[0]?.path).toMatch(/^\/files\/fsf_\w+\/download$/);
		expect(items[0]?.binary?.data).toMatchObject({
			fileName: 'leesmij.txt',
			mimeType: 'text/plain',
		});
	});

	it('Upload tells what to look for when its answer gets lost', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const { error } = await fixture.run({
			parameters: { resource: 'file', operation: 'upload' },
			items: [itemWithFile(pdf(), { fileName: 'contract.pdf' })],
		});
		expect(error?.description).toContain('Look in the portal for the file contract.pdf');
		expect(fixture.portal.requests).toHaveLength(1);
	}, 20_000);

	testRefusals(
		fixture,
		{ resource: 'file', operation: 'upload' },
		[
			[
				{ additionalFields: { directory: byId('={{ "fsf_1" }}') } },
				'Directory is not the ID of a directory: "fsf_1", where fsd_… was expected',
				'Use the ID of a directory, such as fsd_abc12345def678.',
			],
		],
		[itemWithFile(pdf())],
	);
});

describe('File Request', () => {
	const CREATE = {
		resource: 'fileRequest',
		operation: 'create',
		name: 'Contract renewal',
		requestedFiles: {
			requestedFile: [
				{ name: 'Logo', description: 'For the website', required: true, maxFileSize: 10240 },
				{ name: 'Photo', description: '', required: false, maxFileSize: '' },
			],
		},
	};

	testOperations(fixture, [
		{
			name: 'Create sends all fields',
			given: ({ files }) => ({
				...CREATE,
				additionalFields: {
					description: 'To renew your contract',
					customerId: byId(CUSTOMER_ID),
					directoryId: byId(ofType(files, 'directory')),
				},
			}),
			method: 'POST',
			path: '/file-requests',
			body: {
				name: 'Contract renewal',
				requestedFiles: [
					{ name: 'Logo', description: 'For the website', required: true, maxFileSize: 10240 },
					{ name: 'Photo', required: false },
				],
				description: 'To renew your contract',
				customerId: CUSTOMER_ID,
				directoryId: expect.stringMatching(/^fsd_/),
			},
			output: [{ name: 'Contract renewal', customerId: CUSTOMER_ID }],
		},
	]);

	it('Get and Get Many read it', async () => {
		const { items } = await fixture.run({ parameters: CREATE });
		const id = String(items[0]?.json.id);
		const get = { resource: 'fileRequest', operation: 'get', requestId: byId(id) };
		expect((await fixture.run({ parameters: get })).items).toMatchObject([{ json: { id } }]);
		const all = await fixture.run({ parameters: { resource: 'fileRequest', operation: 'getAll' } });
		expect(all.items).toMatchObject([{ json: { id } }]);
	});

	testRefusals(fixture, CREATE, [
		[
			{ requestedFiles: { requestedFile: Array.from({ length: 11 }, () => ({ name: 'Logo' })) } },
			'Requested Files has 11 requested files, where the API takes at most 10',
			'Leave out 1, or divide them over several items.',
		],
		[
			{ requestedFiles: { requestedFile: [{ name: 'Logo', maxFileSize: -1 }] } },
			'Requested Files has a requested file 1 whose Max File Size is not a whole number above zero: -1',
			'Use a number such as 1 or 20.',
		],
		[
			{ requestedFiles: {} },
			'Requested Files has no requested files',
			'Add a requested file with a name.',
		],
	]);
});

describe('File Share', () => {
	const CREATE = { resource: 'fileShare', operation: 'create', content: 'fsf_1' };

	testOperations(fixture, [
		{
			name: 'Create shares files and directories',
			given: ({ files }) => ({
				...CREATE,
				content: files.map(({ id }) => id).join(', '),
				additionalFields: { customerId: byId(CUSTOMER_ID) },
			}),
			method: 'POST',
			path: '/file-shares',
			body: {
				content: [expect.stringMatching(/^fsd_/), expect.stringMatching(/^fsf_/)],
				customerId: CUSTOMER_ID,
			},
			output: [{ sharedWithCustomerId: CUSTOMER_ID }],
		},
		{
			name: 'Get Many of an empty portal gives no items',
			given: () => ({ resource: 'fileShare', operation: 'getAll', returnAll: true }),
			method: 'GET',
			path: '/file-shares',
			output: [],
		},
	]);

	testRefusals(fixture, CREATE, [
		[
			{ content: 'fsf_1, cst_1' },
			'File and Directory IDs is not the ID of a file or directory: "cst_1", where fsf_ or fsd_… was expected',
			'Use the ID of a file or directory, such as fsf_abc12345def678.',
		],
	]);
});

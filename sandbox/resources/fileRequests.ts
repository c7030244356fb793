import type { FileRequest } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import {
	chosen,
	created,
	customerLink,
	customerOf,
	listed,
	named,
	ok,
	type Operations,
	type PortalContext,
} from './operation';

function showFileRequest(fileRequest: FileRequest, context: PortalContext): object {
	const { customerId, id } = fileRequest;
	return {
		...fileRequest,
		links: {
			...(customerId ? { customer: customerLink(context, customerId) } : {}),
			publicRequest: {
				href: `${context.settings.publicUrl}/file-request/${id}`,
				type: 'text/html',
			},
		},
	};
}

export const fileRequests: Operations = {
	'list-file-requests': (request, context) =>
		listed(request, context, context.state.fileRequests, (fileRequest) =>
			showFileRequest(fileRequest, context),
		),

	'create-file-request': (request, context) => {
		const body = request.body as {
			name: string;
			requestedFiles: Partial<FileRequest['requestedFiles'][number]>[];
			description?: string;
			customerId?: string;
			directoryId?: string;
		};
		if (body.customerId !== undefined) customerOf(context, body.customerId);
		if (body.directoryId !== undefined) {
			const directories = context.state.files.filter(({ type }) => type === 'directory');
			chosen(directories, 'directoryId', body.directoryId);
		}
		const fileRequest: FileRequest = {
			id: newIdentifier('frq'),
			name: body.name,
			description: body.description ?? null,
			directoryId: body.directoryId ?? null,
			customerId: body.customerId ?? null,
			requestedFiles: body.requestedFiles.map((file) => ({
				id: newIdentifier('fqf'),
				name: file.name ?? '',
				description: file.description ?? '',
				required: file.required ?? false,
				maxFileSize: file.maxFileSize ?? 10240,
			})),
			createdAt: atom(),
		};
		context.state.fileRequests.push(fileRequest);
		return created(showFileRequest(fileRequest, context));
	},

	'get-file-request': (request, context) =>
		ok(
			showFileRequest(
				named(context.state.fileRequests, request, 'requestId', 'file request'),
				context,
			),
		),
};

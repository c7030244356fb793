import type { FileShare } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import { showFile } from './files';
import {
	chosen,
	created,
	customerLink,
	customerOf,
	listed,
	type Operations,
	type PortalContext,
} from './operation';

function showFileShare(share: FileShare, context: PortalContext): object {
	const { id, sharedWithCustomerId, content, createdAt } = share;
	const address = `${context.settings.publicUrl}/file-share/${id}`;
	return {
		id,
		sharedWithCustomerId,
		sharedContent: context.state.files.filter((file) => content.includes(file.id)).map(showFile),
		createdAt,
		links: sharedWithCustomerId
			? { customer: customerLink(context, sharedWithCustomerId) }
			: { publicShare: { href: address, type: 'text/html' } },
	};
}

export const fileShares: Operations = {
	'list-file-shares': (request, context) =>
		listed(request, context, context.state.fileShares, (share) => showFileShare(share, context)),

	'create-file-share': (request, context) => {
		const body = request.body as { content: string[]; customerId?: string };
		if (body.customerId !== undefined) customerOf(context, body.customerId);
		const content = body.content.map((id, index) =>
			chosen(context.state.files, `content.${index}`, id),
		);
		const share: FileShare = {
			id: newIdentifier('fss'),
			sharedWithCustomerId: body.customerId ?? null,
			content: content.map(({ id }) => id),
			createdAt: atom(),
		};
		for (const file of content) file.fileShareId = share.id;
		context.state.fileShares.push(share);
		return created(showFileShare(share, context));
	},
};

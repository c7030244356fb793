import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { projectFolder } from '../../tools/n8n/nodePackage';
import { oneCanvasTest, useCanvas } from './canvasPage';

const folder = join(projectFolder, 'examples');
const examples = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** What n8n lays over the canvas, and what it shows beside a node. */
const withoutButtons = `
	button, .vue-flow__panel, [data-test-id=canvas-handle-plus-wrapper] {
		visibility: hidden !important;
	}
`;

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The workflows that are shipped, as they look when they are brought in; pictures of them are in the docs. */
export function describeCanvasExamples(): void {
	describe('on the canvas, the example', () => {
		const canvas = useCanvas();

		test.each(examples)(
			'%s opens with all of its nodes',
			async (file) => {
				const { page } = canvas;
				const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowContent;
				await page.setViewportSize({ width: 1300, height: 760 });
				await canvas.openWorkflow(content);
				for (const { name } of content.nodes) await nodeOf(page, name).waitFor();
				// What n8n does not know is drawn with a question mark, and asks to be installed.
				expect(await page.getByText('Install this node').count()).toBe(0);
				await page.getByTestId('zoom-to-fit').click();
				const clip = await settledBox(page, content);
				await canvas.picture(`examples/${file.replace('.json', '')}`, page, {
					clip,
					style: withoutButtons,
				});
			},
			oneCanvasTest,
		);
	});
}

const nodeOf = (page: Page, name: string) => page.locator(`[data-node-name="${name}"]`).first();

/** Where all of the workflow is, with some space around it, once nothing moves any more. */
async function settledBox(page: Page, content: WorkflowContent): Promise<Box> {
	let before: Box | undefined;
	for (;;) {
		const box = await boxAround(page, content);
		if (JSON.stringify(box) === JSON.stringify(before)) return box;
		before = box;
		await page.waitForTimeout(500);
	}
}

async function boxAround(page: Page, { nodes }: WorkflowContent): Promise<Box> {
	const boxes: Box[] = [];
	for (const { name } of nodes) {
		const box = await nodeOf(page, name).boundingBox();
		if (box) boxes.push(box);
	}
	const space = 40;
	const left = Math.min(...boxes.map(({ x }) => x)) - space;
	const top = Math.min(...boxes.map(({ y }) => y)) - space;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + space;
	// Names stand below the nodes.
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + space * 1.5;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

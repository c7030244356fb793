import { toImage } from '../../../nodes/shared/values/image';

describe('toImage', () => {
	it.each(['data:image/png;base64,iVBORw0', 'data:image/svg+xml;base64,PHN2'])(
		'takes %p',
		(image) => {
			expect(toImage(` ${image}\n`)).toBe(image);
		},
	);

	it.each([
		'data:image/png;base64,',
		'data:image/png;base64, ',
		'data:image/;base64,iVBORw0',
		'data:text/plain;base64,iVBORw0',
		'x data:image/png;base64,iVBORw0',
		'iVBORw0',
		'',
	])('refuses %p', (given) => {
		expect(() => toImage(given)).toThrow(
			/^is not an image as data URL: .*\. Use text that begins with data:image\/png;base64, followed by the image in base64\.$/,
		);
	});
});

import { fileNameFrom } from '../../../nodes/shared/values/fileName';

const bytes = (text: string) => Buffer.from(text).toString('latin1');

it.each([
	['attachment; filename="Factuur 12.pdf"', 'Factuur 12.pdf'],
	['attachment; filename=Factuur 12.pdf', 'Factuur 12.pdf'],
	['attachment; filename=factuur.pdf; size=12', 'factuur.pdf'],
	['attachment;FILENAME = "a.pdf"', 'a.pdf'],
	['inline; filename="a \\"b\\".pdf"', 'a "b".pdf'],
	['attachment; filename="a;b.pdf"; size=1', 'a;b.pdf'],
	['attachment; filename="not closed.pdf', '"not closed.pdf'],
	["attachment; filename*=UTF-8''Factuur%20caf%C3%A9.pdf", 'Factuur café.pdf'],
	["attachment; filename*=utf-8'nl'caf%C3%A9.pdf", 'café.pdf'],
	["attachment; filename*=ISO-8859-1''Caf%E9.pdf", 'Café.pdf'],
	["attachment; filename*=UTF-8''it's.pdf", "it's.pdf"],
	['attachment; filename="fallback.pdf"; filename*=UTF-8\'\'echt.pdf', 'echt.pdf'],
	['attachment; filename*=UTF-8\'\'%E9.pdf; filename="fallback.pdf"', 'fallback.pdf'],
	["attachment; filename*=UTF-8''100%.pdf; filename=b.pdf", 'b.pdf'],
	["attachment; filename*=no-such-charset''a.pdf; filename=b.pdf", 'b.pdf'],
	['attachment; filename*=a.pdf; filename=b.pdf', 'b.pdf'],
	['attachment; filename*=utf-8; filename=b.pdf', 'b.pdf'],
	["attachment; filename*= utf-8 ''caf%C3%A9.pdf", 'café.pdf'],
	["attachment; filename*=UTF-8''100%a.pdf; filename=b.pdf", 'b.pdf'],
	['attachment; filename=one.pdf; filename=two.pdf', 'one.pdf'],
	['attachment; filename="100%.pdf"', '100%.pdf'],
	[`attachment; filename="${bytes('café €.pdf')}"`, 'café €.pdf'],
	['attachment; filename="caf\u00e9.pdf"', 'café.pdf'],
	['attachment; filename="=?UTF-8?B?RmFjdHV1ciBjYWbDqS5wZGY=?="', 'Factuur café.pdf'],
	['attachment; filename="=?UTF-8?Q?Factuur_caf=C3=A9_100%.pdf?="', 'Factuur café 100%.pdf'],
	['attachment; filename="=?ISO-8859-1?Q?Caf=E9?= =?UTF-8?Q?_twee.pdf?="', 'Café twee.pdf'],
	['attachment; filename="=?UTF-8?Q?broken=ZZ.pdf?="', '=?UTF-8?Q?broken=ZZ.pdf?='],
	['attachment; filename="../../etc/passwd"', 'passwd'],
	["attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", 'passwd'],
	['attachment; filename="C:\\\\map\\\\a.pdf"', 'a.pdf'],
	['attachment; filename="a\u0000b\u0007.pdf"', 'ab.pdf'],
	['attachment; filename="=?UTF-8?Q?a?=  =?UTF-8?Q?b.pdf?="', 'ab.pdf'],
	['attachment; filename="Ł.pdf"', 'Ł.pdf'],
	['attachment; filename="Ł\u00c3\u00a9.pdf"', 'Ł\u00c3\u00a9.pdf'],
	[`attachment; filename="${bytes('é')}"`, 'é'],
	// The last byte of "à" is a space when it is read as a character.
	[`attachment; filename=${bytes('voilà')} ; size=1`, 'voilà'],
	['attachment; filename=" a.pdf "', 'a.pdf'],
	['x;filename=a.pdf', 'a.pdf'],
	['attachment;=x; filename=a.pdf', 'a.pdf'],
	["attachment; filename=; filename*=UTF-8''b.pdf", 'b.pdf'],
	['attachment; name="x=1;filename=c.pdf"; filename=b.pdf', 'b.pdf'],
	['attachment; name=filename=c.pdf; filename=b.pdf', 'b.pdf'],
	[`attachment; filename=${'a'.repeat(3000)}.pdf`, 'a'.repeat(200)],
	['attachment; filename=; size=1', undefined],
	['attachment; filenamex', undefined],
	['attachment; name="q"filename=b.pdf', undefined],
	['attachment; name=";filename=b.pdf"', undefined],
	['xfilename=a.pdf', undefined],
	['attachment; filename="."', undefined],
	['attachment; filename=".."', undefined],
	['attachment; filename=""', undefined],
	['attachment', undefined],
	['filename=a.pdf', undefined],
	['', undefined],
	[undefined, undefined],
])('%j is the name %j', (disposition, expected) => {
	expect(fileNameFrom(disposition)).toBe(expected);
});

it.each([
	['https://files.example/abc/Factuur%20caf%C3%A9.pdf?sig=1', 'Factuur café.pdf'],
	['https://files.example/abc/%E9.pdf', '%E9.pdf'],
	['https://files.example/a%2Fb.pdf', 'b.pdf'],
	['https://files.example/100%.pdf', '100%.pdf'],
	['https://files.example/v1.2-latest', undefined],
	['https://files.example/downloads/abcdef', undefined],
	['https://files.example/.pdf', undefined],
	['no address', undefined],
])('without a header, the address %j tells %j', (address, expected) => {
	expect(fileNameFrom('attachment', address)).toBe(expected);
	expect(fileNameFrom('attachment; filename=own.pdf', address)).toBe('own.pdf');
});

it('keeps the end of a name that is too long, in an address too', () => {
	const address = `https://files.example/${'%C3%A9'.repeat(500)}x.pdf`;
	expect(fileNameFrom(undefined, address)).toBe(`${'é'.repeat(195)}x.pdf`);
	const name = fileNameFrom(`attachment; filename="${'x'.repeat(500)}.pdf"`);
	expect(name).toHaveLength(200);
	expect(name).toMatch(/x\.pdf$/);
});

it.each([';', '"', '\\', '=', '%', '=?UTF-8?Q?', "'", ' ', '?= =?'])(
	'a header of nothing but %j is no hindrance: a quadratic reader would not end in time',
	(part) => {
		for (const before of ['attachment; filename=', 'attachment; filename*=UTF-8', 'x;"']) {
			const name = fileNameFrom(before + part.repeat(1_000_000 / part.length));
			expect(name?.length ?? 0).toBeLessThanOrEqual(200);
		}
		const address = `https://x.example/${encodeURI(part).repeat(50_000)}`;
		expect(fileNameFrom(undefined, address)).toBeUndefined();
	},
);

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isSigned } from '../../../nodes/MijnKlantportaalTrigger/receiving/signature';

const secret = 'sandboxSecretAbc1234';
const otherSecret = 'sandboxSecretXyz9876';
const body = Buffer.from('{"id":"off_sandbox000000001"}');

function hmac(encoding: 'hex' | 'base64', key = secret, content = body): string {
	return createHmac('sha256', key).update(content).digest(encoding);
}

const genuine = [
	secret,
	hmac('hex'),
	hmac('base64'),
	`sha256=${hmac('hex')}`,
	`sha256=${hmac('base64')}`,
];

const forged: fc.Arbitrary<unknown> = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme', minLength: secret.length, maxLength: secret.length }),
	// One character replaced, left out or added; a part; another case.
	fc
		.tuple(fc.constantFrom(...genuine), fc.nat(), fc.string({ unit: 'binary', maxLength: 1 }))
		.map(([text, at, put]) => {
			const index = at % text.length;
			return text.slice(0, index) + put + text.slice(index + 1);
		}),
	fc
		.tuple(fc.constantFrom(...genuine), fc.nat())
		.map(([text, at]) => text.slice(0, at % text.length)),
	fc
		.tuple(fc.constantFrom(...genuine), fc.string({ unit: 'binary', minLength: 1 }))
		.map(([text, more]) => text + more),
	fc.constantFrom(...genuine).chain((text) => fc.mixedCase(fc.constant(text))),
	// Made with another secret or over another body.
	fc.constantFrom(
		otherSecret,
		hmac('hex', otherSecret),
		`sha256=${hmac('base64', otherSecret)}`,
		hmac('hex', secret, Buffer.from('{"id":"off_sandbox000000002"}')),
		`sha256=${secret}`,
		`sha1=${hmac('hex')}`,
		createHmac('sha1', secret).update(body).digest('hex'),
		`\uFEFF${secret}`,
		secret.normalize('NFKD') + '\u0301',
		[...secret].map((letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).join(''),
	),
	// What is no single text.
	fc.constantFrom(undefined, null, true, 0, {}, [], [secret], [secret, secret], { 0: secret }),
	fc.array(fc.string()),
);

test('every documented or usual form of a genuine signature is accepted', () => {
	for (const signature of genuine) expect(isSigned(signature, body, secret)).toBe(true);
});

test('none of 20,000 forged signatures is accepted', () => {
	fc.assert(
		fc.property(forged, (signature) => {
			fc.pre(typeof signature !== 'string' || !genuine.includes(signature));
			return !isSigned(signature, body, secret);
		}),
		{ numRuns: 20_000 },
	);
});

test('without a secret nothing is accepted, also not an empty signature', () => {
	for (const signature of ['', undefined, hmac('hex', '')]) {
		expect(isSigned(signature, body, '')).toBe(false);
	}
});

test('any genuine signature of any body with any secret is accepted', () => {
	const bodies = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), bodies, (key, content) => {
			const forms = [key, hmac('hex', key, content), `sha256=${hmac('base64', key, content)}`];
			return forms.every((signature) => isSigned(signature, content, key));
		}),
	);
});

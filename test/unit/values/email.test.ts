import { toEmail } from '../../../nodes/shared/values/email';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';
import { emailCases } from './emailCases';
import { testCases } from './valueCase';

describe('toEmail', () => {
	testCases(toEmail, emailCases);

	it('takes no more characters than an address can have', () => {
		const longest = `${'a'.repeat(249)}@x.nl`;
		expect(toEmail(longest)).toBe(longest);
		expect(() => toEmail(`a${longest}`)).toThrow(WrongValue);
	});
});

import { toText } from '../../../nodes/shared/values/text';
import { textCases } from './textCases';
import { testCases } from './valueCase';

describe('toText', () => {
	testCases(toText, textCases);
});

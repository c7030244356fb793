import { toFlag } from '../../../nodes/shared/values/flag';
import { flagCases } from './flagCases';
import { testCases } from './valueCase';

describe('toFlag', () => {
	testCases(toFlag, flagCases);
});

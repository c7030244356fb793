import { toList } from '../../../nodes/shared/values/list';
import { listCases } from './listCases';
import { testCases } from './valueCase';

describe('toList', () => {
	testCases(toList, listCases);
});

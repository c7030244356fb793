import { toQuantity } from '../../../nodes/shared/values/quantity';
import { quantityCases } from './quantityCases';
import { testCases } from './valueCase';

describe('toQuantity', () => {
	testCases(toQuantity, quantityCases);
});

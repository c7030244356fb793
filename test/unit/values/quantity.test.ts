import { toQuantity } from '../../../nodes/MijnKlantportaal/values/quantity';
import { quantityCases } from './quantityCases';
import { testCases } from './valueCase';

describe('toQuantity', () => {
	testCases(toQuantity, quantityCases);
});

import { readJson } from '../../../nodes/shared/values/json';

it('reads JSON, and gives nothing for what is none', () => {
	expect(readJson(' {"a":[1,null]} ')).toEqual({ a: [1, null] });
	expect(readJson('null')).toBeNull();
	for (const text of ['', '{', '[1]x', "{'a':1}"]) expect(readJson(text)).toBeUndefined();
});

import { readFileSync, writeFileSync } from 'node:fs';
import { resources } from '../../nodes/MijnKlantportaal/resources';
import { withScopesTable } from './scopesTable';

// Brings the tables of scopes in the named files up to date: `tsx tools/scopes/writeScopesTable.ts README.md`
for (const path of process.argv.slice(2)) {
	writeFileSync(path, withScopesTable(readFileSync(path, 'utf8'), resources));
}

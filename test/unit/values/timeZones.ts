/** Where the test data of most cases is. */
export const AMSTERDAM = 'Europe/Amsterdam';

/** Time zones with odd offsets, odd changes of the clock, or far from UTC. */
export const ODD_TIME_ZONES = [
	AMSTERDAM,
	'UTC',
	'America/New_York',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'America/St_Johns',
	'Africa/Casablanca',
	'Australia/Lord_Howe',
	'Antarctica/Troll',
	'Pacific/Auckland',
	'Pacific/Chatham',
	'Pacific/Apia',
	'Pacific/Kiritimati',
	'Etc/GMT+12',
];

/** All that this Node.js knows. */
export const ALL_TIME_ZONES = [
	...new Set([...Intl.supportedValuesOf('timeZone'), ...ODD_TIME_ZONES]),
];

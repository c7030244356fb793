import axios, { type AxiosInstance } from 'axios';

/** The account that owns the started n8n. It exists on this machine only, behind 127.0.0.1. */
export const owner = {
	email: 'owner@example.com',
	password: 'Only-for-trying-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

interface Settings {
	data: { userManagement: { showSetupOnFirstLoad: boolean } };
}

/**
 * Signs in as the owner, whose account is made first when n8n is new, and gives a client for n8n's
 * REST interface. Its errors carry n8n's own words.
 */
export async function signInAsOwner(url: string): Promise<AxiosInstance> {
	const rest = axios.create({ baseURL: `${url}/rest`, proxy: false, timeout: 60_000 });
	rest.interceptors.response.use(undefined, (error: unknown) => {
		if (axios.isAxiosError(error) && error.response) {
			const { method, url: path } = error.config ?? {};
			const answer: unknown = error.response.data;
			const words = typeof answer === 'string' ? answer : JSON.stringify(answer);
			error.message = `n8n answered ${error.response.status} to ${method} ${path}: ${words}`;
		}
		throw error;
	});

	const { data: settings } = await rest.get<Settings>('/settings');
	const { email, password } = owner;
	const signedIn = settings.data.userManagement.showSetupOnFirstLoad
		? await rest.post('/owner/setup', owner)
		: await rest.post('/login', { emailOrLdapLoginId: email, password });
	const cookie = signedIn.headers['set-cookie']
		?.map((line) => line.split(';')[0])
		.find((pair) => pair?.startsWith('n8n-auth='));
	if (!cookie) throw new Error('n8n let the owner sign in, but gave no session cookie.');
	rest.defaults.headers.common.Cookie = cookie;
	return rest;
}

import type { Workflow } from 'n8n-workflow';
import { FixtureCredentials } from './fixtureCredentials';
import { OAuth2Credentials, type StoredOAuth2 } from './oauth/oAuth2Credentials';

/** An API key, or an OAuth2 credential as n8n stores it. */
export type Credential = { apiKey: string; baseUrl: string } | StoredOAuth2;

export function isOAuth2(credential: Credential): credential is StoredOAuth2 {
	return 'data' in credential;
}

/** What hands the credential to the engine and signs requests with it. */
export function credentialsFor(
	workflow: Workflow,
	credential: Credential,
): FixtureCredentials | OAuth2Credentials {
	return isOAuth2(credential)
		? new OAuth2Credentials(workflow, credential)
		: new FixtureCredentials(workflow, credential);
}

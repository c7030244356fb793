import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { startTcpProxy, type TcpProxy } from './tcpProxy';

const advice = `The tests of queue mode need PostgreSQL and Redis:
  Debian, Ubuntu   apt-get install postgresql redis-server, and start both
  Docker           docker run -d -p 5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:16
                   docker run -d -p 6379:6379 redis:7
They are looked for on 127.0.0.1 at the usual ports, as user postgres without password. The variables that n8n
reads say otherwise: DB_POSTGRESDB_HOST, _PORT, _USER, _PASSWORD, _DATABASE, QUEUE_BULL_REDIS_HOST, _PORT,
_USERNAME, _PASSWORD. A database and a prefix of their own are made there, and removed afterwards.`;

/** Where n8n in queue mode keeps everything. */
export interface Services {
	/** n8n's settings for them. */
	environment: NodeJS.ProcessEnv;
	/** What stands between n8n and Redis. */
	redis: TcpProxy;
	/** Removes all that was made. */
	remove(): Promise<void>;
}

interface Server {
	host: string;
	port: number;
	user?: string;
	password?: string;
}

function postgresServer(): Server & { database: string } {
	const { env } = process;
	return {
		host: env.DB_POSTGRESDB_HOST ?? '127.0.0.1',
		port: Number(env.DB_POSTGRESDB_PORT ?? 5432),
		user: env.DB_POSTGRESDB_USER ?? 'postgres',
		password: env.DB_POSTGRESDB_PASSWORD,
		database: env.DB_POSTGRESDB_DATABASE ?? 'postgres',
	};
}

function redisServer(): Server {
	const { env } = process;
	return {
		host: env.QUEUE_BULL_REDIS_HOST ?? '127.0.0.1',
		port: Number(env.QUEUE_BULL_REDIS_PORT ?? 6379),
		user: env.QUEUE_BULL_REDIS_USERNAME,
		password: env.QUEUE_BULL_REDIS_PASSWORD,
	};
}

/** Does one thing in PostgreSQL. */
async function inPostgres(statement: string): Promise<void> {
	const client = new Client(postgresServer());
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

/** Does something in Redis, which is not asked a second time when it does not answer. */
async function inRedis(work: (redis: Redis) => Promise<void>): Promise<void> {
	const { host, port, user, password } = redisServer();
	const redis = new Redis({
		...{ host, port, username: user, password },
		lazyConnect: true,
		retryStrategy: () => null,
		maxRetriesPerRequest: 0,
	});
	// Told by the promises as well.
	redis.on('error', () => undefined);
	try {
		await redis.connect();
		await work(redis);
	} finally {
		redis.disconnect();
	}
}

async function orAdvise(name: string, { host, port }: Server, work: Promise<void>): Promise<void> {
	await work.catch((cause: Error) => {
		throw new Error(`${name} at ${host}:${port} cannot be used: ${cause.message}\n\n${advice}`);
	});
}

async function removeKeys(redis: Redis, prefix: string): Promise<void> {
	for await (const keys of redis.scanStream({ match: `*${prefix}*`, count: 1000 })) {
		if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
	}
}

/**
 * Makes a database in PostgreSQL and a prefix in Redis.
 * @throws With what to install or start, when one of them is not to be had.
 */
export async function makeServices(): Promise<Services> {
	const name = `mijnklantportaal_test_${randomUUID().replaceAll('-', '')}`;
	const postgres = postgresServer();
	await orAdvise(
		'Redis',
		redisServer(),
		inRedis(async (redis) => void (await redis.ping())),
	);
	await orAdvise('PostgreSQL', postgres, inPostgres(`CREATE DATABASE ${name}`));
	const redis = await startTcpProxy(redisServer());
	const { user, password } = redisServer();
	return {
		redis,
		environment: {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: postgres.host,
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_DATABASE: name,
			...(postgres.password === undefined ? {} : { DB_POSTGRESDB_PASSWORD: postgres.password }),
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			...(user === undefined ? {} : { QUEUE_BULL_REDIS_USERNAME: user }),
			...(password === undefined ? {} : { QUEUE_BULL_REDIS_PASSWORD: password }),
			QUEUE_BULL_PREFIX: name,
			N8N_REDIS_KEY_PREFIX: name,
		},
		remove: async () => {
			await redis.close();
			await inRedis(async (client) => await removeKeys(client, name));
			await inPostgres(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
		},
	};
}

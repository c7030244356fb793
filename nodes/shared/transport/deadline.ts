/** A request under way that is given up when its time is over. */
interface UnderWay {
	/** By the clock that the HTTP client's own time-out goes by, in milliseconds. */
	givenUpAt: number;
	giveUp: () => void;
}

const underWay = new Set<UnderWay>();
let isWatching = false;

/** How often it is looked at what is late, in milliseconds. */
const LOOK_EVERY = 1000;

/** No answer came in time. */
class AnswerTooLate extends Error {
	readonly code = 'ETIMEDOUT';
}

/**
 * What comes of a request, if it comes in time. One look at all of them each second: a timer for each
 * would stay for minutes after its answer, as nothing that n8n lets a node use can call one off.
 * @param timeout In milliseconds; kept to the second.
 * @throws AnswerTooLate
 */
export async function inTime<Answer>(
	responding: Promise<Answer>,
	timeout: number,
): Promise<Answer> {
	return await new Promise<Answer>((resolve, reject) => {
		const request: UnderWay = {
			givenUpAt: performance.now() + timeout,
			giveUp: () => reject(new AnswerTooLate()),
		};
		underWay.add(request);
		responding.then(resolve, reject).finally(() => underWay.delete(request));
		if (!isWatching) watch();
	});
}

function watch(): void {
	isWatching = true;
	// Unlike n8n's `sleep`, this keeps no process alive.
	AbortSignal.timeout(LOOK_EVERY).addEventListener('abort', () => {
		const late = [...underWay].filter(({ givenUpAt }) => givenUpAt <= performance.now());
		for (const request of late) {
			underWay.delete(request);
			request.giveUp();
		}
		isWatching = false;
		if (underWay.size > 0) watch();
	});
}

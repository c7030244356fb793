import { init } from 'echarts';
import { contenders } from './contenders';
import { jobs } from './jobs';
import type { Comparison } from './sideBySide';

const colors = { delivered: '#2e9d5b', lost: '#d8dce3', twice: '#d64545' };
const width = 900;
const height = 340;

/** A drawing of what became of the invoices with each contender, as SVG. */
export function toChart({ job, windowSeconds, scores }: Comparison): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	const bar = (name: string, color: string, values: number[]) => ({
		...{ name, type: 'bar' as const, stack: 'invoices', barWidth: 26, itemStyle: { color } },
		label: {
			show: true,
			color: color === colors.lost ? '#555b66' : '#ffffff',
			formatter: ({ value }: { value?: unknown }) =>
				Number(value) >= jobs[job].wanted / 20 ? Number(value).toLocaleString('en') : '',
		},
		data: values,
	});
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		textStyle: { fontFamily: 'system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif' },
		title: {
			text: `${jobs[job].title}, sent where 60 requests ${windowSeconds === 60 ? 'a minute' : `per ${windowSeconds} s`} are allowed`,
			subtext: 'What stands in the customer portal when the workflow has ended',
			left: 16,
			top: 10,
		},
		legend: { bottom: 10, itemGap: 28, textStyle: { fontSize: 13 } },
		grid: { left: 24, right: 32, top: 74, bottom: 46, containLabel: true },
		xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
		yAxis: {
			type: 'category',
			inverse: true,
			axisTick: { show: false },
			axisLine: { show: false },
			axisLabel: { fontSize: 14, color: '#20242c' },
			data: scores.map(({ contender }) => contenders[contender].title),
		},
		series: [
			bar(
				'sent once',
				colors.delivered,
				scores.map(({ score }) => score.delivered),
			),
			bar(
				'sent twice and more',
				colors.twice,
				scores.map(({ score }) => score.twice),
			),
			bar(
				'missing',
				colors.lost,
				scores.map(({ score }) => score.lost),
			),
		],
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return `${svg}\n`;
}

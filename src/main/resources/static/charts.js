// Draws a picture of the table that stands behind it. The picture is only to be looked at: whatever
// it shows can be read in the table, which stays if nothing can be drawn.

const LINES = ['solid', 'dashed', 'dotted'];
const MARKS = ['circle', 'rect', 'triangle'];
const ROW = 52;

function token(element, name) {
	return getComputedStyle(element).getPropertyValue(name).trim();
}

function look(element) {
	return {
		text: token(element, '--ds-color-neutral-text-default'),
		faint: token(element, '--ds-color-neutral-border-subtle'),
		ground: token(element, '--ds-color-neutral-background-default'),
		series: ['accent-base-default', 'info-base-default', 'warning-text-subtle'].map((name) => token(element, `--ds-color-${name}`)),
		font: getComputedStyle(element).fontFamily,
	};
}

function read(table) {
	return {
		columns: [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim()),
		rows: [...table.tBodies[0].rows].map((row) => ({
			name: row.cells[0].textContent.trim(),
			day: row.cells[0].dataset.day,
			values: [...row.cells].slice(1).map((cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value))),
		})),
	};
}

function common({ text, font, series }) {
	return {
		animation: false,
		color: series,
		textStyle: { color: text, fontFamily: font, fontSize: 14 },
		// told apart by pattern as well as by colour; what is said aloud stands on the element
		aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
	};
}

function legend({ text, font }) {
	return { top: 0, left: 0, selectedMode: false, itemGap: 20, textStyle: { color: text, fontFamily: font, fontSize: 14 } };
}

function bars(data, colours, width) {
	const names = Math.min(200, width * 0.36);
	return {
		...common(colours),
		legend: legend(colours),
		grid: { left: 0, right: 48, top: 40, bottom: 0, containLabel: true },
		xAxis: { type: 'value', minInterval: 1, show: false },
		yAxis: {
			type: 'category',
			inverse: true,
			data: data.rows.map((row) => row.name),
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.faint } },
			axisLabel: { color: colours.text, fontSize: 14, lineHeight: 17, width: names, overflow: 'break', interval: 0 },
		},
		series: data.columns.map((name, i) => ({
			type: 'bar',
			name,
			silent: true,
			barMaxWidth: 18,
			data: data.rows.map((row) => row.values[i]),
			label: { show: true, position: 'right', color: colours.text, fontSize: 14 },
		})),
	};
}

// reminders have an axis of their own, so that their marks stand in a row on top however close they are
function lines(data, colours) {
	const counted = data.columns.slice(0, -1);
	const reminders = data.columns.length - 1;
	const reminded = data.rows.filter((row) => row.values[reminders] > 0).map((row) => row.day);
	const from = new Date(data.rows[0].day);
	from.setDate(from.getDate() - 1);
	return {
		...common(colours),
		legend: legend(colours),
		grid: { left: 0, right: 24, top: 84, bottom: 8, containLabel: true },
		xAxis: {
			type: 'time',
			min: from.toISOString().slice(0, 10),
			minInterval: 24 * 3600 * 1000,
			axisLine: { lineStyle: { color: colours.text } },
			axisLabel: { color: colours.text, fontSize: 14, hideOverlap: true, formatter: (time) => day(time) },
			splitLine: { show: false },
		},
		yAxis: [
			{
				type: 'value',
				minInterval: 1,
				axisLabel: { color: colours.text, fontSize: 14 },
				splitLine: { lineStyle: { color: colours.faint } },
			},
			{ type: 'value', min: 0, max: 1, show: false },
		],
		series: [
			...counted.map((name, i) => ({
				type: 'line',
				name,
				step: 'end',
				silent: true,
				symbol: MARKS[i],
				symbolSize: 8,
				lineStyle: { type: LINES[i], width: 2.5 },
				data: [[from.toISOString().slice(0, 10), 0], ...data.rows.map((row) => [row.day, row.values[i]])],
			})),
			{
				type: 'scatter',
				name: data.columns[reminders],
				silent: true,
				yAxisIndex: 1,
				symbol: 'diamond',
				symbolSize: 11,
				symbolOffset: [0, -10],
				itemStyle: { color: colours.text },
				data: reminded.map((each) => [each, 1]),
				markLine: {
					silent: true,
					symbol: 'none',
					label: { show: false },
					lineStyle: { color: colours.text, type: 'dashed', width: 1, opacity: 0.5 },
					data: reminded.map((each) => ({ xAxis: each })),
				},
			},
		],
	};
}

function day(time) {
	return new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short' }).format(time);
}

function draw(picture) {
	const chart = picture.closest('.kl-chart');
	const data = read(chart.querySelector('table'));
	picture.hidden = false;
	if (picture.dataset.chart === 'bars') {
		picture.style.height = `${data.rows.length * ROW + 48}px`;
	}
	chart.querySelector('details').open = false;
	const drawing = window.echarts.init(picture, null, { renderer: 'svg' });
	const redraw = () => {
		const colours = look(picture);
		drawing.resize();
		drawing.setOption(picture.dataset.chart === 'bars' ? bars(data, colours, picture.clientWidth) : lines(data, colours), true);
		const svg = picture.querySelector('svg');
		// so that it can shrink to the paper
		svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
	};
	let width = 0;
	new ResizeObserver(() => {
		if (picture.clientWidth !== width) {
			width = picture.clientWidth;
			redraw();
		}
	}).observe(picture);
	window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}

if (window.echarts) {
	document.querySelectorAll('[data-chart]').forEach(draw);
}

// Draws every data-chart in the colours of the theme; no HTML in tooltips, so that the page's policy need not allow inline styles.
(function () {
  'use strict';
  const LONGEST_BELOW = 12;
  const MOST_BROKEN = 8; // more names in two lines each would lie over one another
  const drawn = new Map();
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const option = (chart) => {
    const words = css('--v-muted');
    const lines = css('--v-line');
    // A tone that says something has its colour; series without one take turns through colours that say nothing.
    const colours = chart.series.map((it, at) => css(it.tone === 'neutral' ? '--v-c' + ((at % 6) + 1) : '--v-' + it.tone));
    const base = {
      animation: !still,
      color: colours,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: words },
      tooltip: {
        renderMode: 'richText', trigger: chart.kind === 'donut' ? 'item' : 'axis', backgroundColor: css('--v-surface'), borderColor: lines,
        textStyle: { color: css('--v-text') }, valueFormatter: (it) => number.format(it), axisPointer: { lineStyle: { color: lines } },
      },
      legend: { bottom: 0, icon: 'circle', itemWidth: 8, itemHeight: 8, textStyle: { color: words }, show: chart.series.length > 1 || chart.kind === 'donut' },
    };
    if (chart.kind === 'donut') {
      return Object.assign(base, {
        color: [1, 2, 3, 4, 5, 6].map((it) => css('--v-c' + it)),
        series: [{
          type: 'pie', radius: ['58%', '80%'], center: ['50%', '44%'], label: { show: false }, itemStyle: { borderColor: css('--v-surface'), borderWidth: 2, borderRadius: 4 },
          data: chart.labels.map((it, at) => ({ name: it, value: chart.series[0].values[at] })),
        }],
      });
    }
    // Bars lie down where their names would not fit below them.
    const lying = (chart.kind === 'bar' || chart.kind === 'stacked') && chart.labels.some((it) => it.length > LONGEST_BELOW);
    const names = {
      type: 'category', data: chart.labels, boundaryGap: chart.kind !== 'line', inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: lines } },
      axisLabel: Object.assign({ color: words }, lying ? { width: 140, overflow: chart.labels.length > MOST_BROKEN ? 'truncate' : 'break', interval: 0 } : {}),
    };
    const whole = chart.series.every((it) => it.values.every(Number.isInteger)); // there is no half of a person
    const values = { type: 'value', minInterval: whole ? 1 : 0, splitLine: { lineStyle: { color: lines } }, axisLabel: { color: words, hideOverlap: true, formatter: (it) => number.format(it) } };
    return Object.assign(base, {
      grid: { left: 8, right: 16, top: 16, bottom: chart.series.length > 1 ? 36 : 8, containLabel: true },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: chart.series.map((it) => ({
        name: it.name, data: it.values, type: chart.kind === 'line' ? 'line' : 'bar', stack: chart.kind === 'stacked' ? 'all' : undefined,
        smooth: 0.2, showSymbol: false, lineStyle: { width: 2 }, areaStyle: chart.kind === 'line' ? { opacity: 0.08 } : undefined, barMaxWidth: 28,
        itemStyle: { borderRadius: chart.kind !== 'bar' ? 0 : lying ? [0, 4, 4, 0] : [4, 4, 0, 0] },
      })),
    });
  };

  const draw = (plot) => {
    if (!drawn.has(plot)) {
      const made = echarts.init(plot, null, { renderer: 'canvas' });
      drawn.set(plot, made);
      new ResizeObserver(() => made.resize()).observe(plot);
      made.on('click', (it) => {
        const link = (JSON.parse(plot.dataset.chart).links || [])[it.dataIndex];
        if (link) window.location.assign(link);
      });
      if (plot.dataset.chartLink) {
        made.on('click', (it) => window.location.assign(plot.dataset.chartLink.replace('{label}', encodeURIComponent(it.name))));
      }
    }
    drawn.get(plot).setOption(option(JSON.parse(plot.dataset.chart)), true);
  };
  const drawAll = () => {
    drawn.forEach((made, plot) => { if (!plot.isConnected) { made.dispose(); drawn.delete(plot); } });
    document.querySelectorAll('[data-chart]').forEach(draw);
  };
  drawAll();
  document.addEventListener('theme', drawAll);
  document.addEventListener('htmx:afterSettle', drawAll);
})();

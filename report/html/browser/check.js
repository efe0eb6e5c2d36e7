// What is tried of pages in a real browser. Run by .ci/browser, which installs what it needs: node check.js DIR, where DIR holds packs/ as
// boardpack writes them, and pages/ with hostile.html and large ones. It fails at the end if anything was wrong, after it has said all.
'use strict';
const fs = require('fs');
const path = require('path');
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const XLSX = require('xlsx');

const dir = process.argv[2];
const month = path.join(dir, 'packs', '2023-09');
const names = ['stalking-harassment', 'custody-inspection'];
const languages = ['en', 'cy'];
const faults = [];
const check = (is, what) => { if (!is) { faults.push(what); console.log('WRONG: ' + what); } };
const equal = (found, wanted, what) => check(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
const file = name => path.join(month, name + '-2023-09.html');

let browser;
// open opens a page, and notes whatever it asks for or complains of.
const open = async (at, {width = 1280, height = 900, script = true, patience = 30000, ...options} = {}, place = '') => {
	const context = await browser.newContext({viewport: {width, height}, ...options});
	const page = await context.newPage();
	page.on('request', r => check(r.url().split('#')[0] === 'file://' + at || r.url().startsWith('data:'), at + ' asks for ' + r.url()));
	page.on('console', m => check(m.type() !== 'error', at + ' complains: ' + m.text()));
	page.on('pageerror', e => check(false, at + ' fails: ' + e));
	page.on('dialog', d => { check(false, at + ' opens a dialog: ' + d.message()); d.dismiss(); });
	if (!script) { // the page as it is where no script runs
		const without = fs.readFileSync(at, 'utf8').replace(/<script>[^]*<\/script>/, '');
		await page.route('file://' + at, route => route.fulfill({contentType: 'text/html', body: without}));
	}
	await page.goto('file://' + at + place, {timeout: patience});
	return page;
};
const close = page => page.context().close();
const shown = page => page.locator('table.t-register tbody tr:visible').count();

// accessible: axe finds nothing, in any look of the page.
const accessible = async () => {
	let runs = 0;
	for (const name of names) for (const script of [true, false]) for (const width of [1280, 320]) for (const colorScheme of ['light', 'dark']) for (const lang of languages) {
		const page = await open(file(name), {width, script, colorScheme}, '#' + lang);
		await page.evaluate(axe);
		const result = await page.evaluate(() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
		for (const v of result.violations) check(false, `axe, ${name} ${lang} ${width} ${colorScheme} script ${script}: ${v.id}, ${v.nodes.length} times: ${v.nodes[0].html}`);
		runs++;
		await close(page);
	}
	console.log(`axe: ${runs} looks of the page`);
};

// fits: no page is wider than its window: 640 is what is left of 1280 where everything is twice the size.
const fits = async () => {
	for (const at of [...names.map(file), path.join(dir, 'pages', 'hostile.html')]) for (const width of [320, 480, 640, 767, 768, 1024, 1280]) for (const lang of languages) {
		const page = await open(at, {width}, '#' + lang);
		const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
		check(await wide() <= width, `${path.basename(at)} ${lang} is ${await wide()} wide in a window of ${width}`);
		await close(page);
	}
	console.log('widths: from 320 to 1280');
};

// spaced: with the distances between letters, words, lines and paragraphs that WCAG 2.2 names in 1.4.12 nothing is cut or too wide, and no two
// words of a drawing meet.
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const spaced = async () => {
	for (const name of names) for (const width of [320, 768, 1280]) for (const lang of languages) {
		const page = await open(file(name), {width, bypassCSP: true}, '#' + lang);
		await page.addStyleTag({content: spacing});
		const what = `${name} ${lang} ${width} with wide distances`;
		check(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${what}: wider than the window`);
		equal(await page.evaluate(() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, .hidden, .skip, thead') && getComputedStyle(e).display !== 'inline' &&
			(e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible' || e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible')).map(e => e.outerHTML.slice(0, 80))), [], `${what}: cut`);
		equal(await page.evaluate(() => [...document.querySelectorAll('svg')].filter(s => s.checkVisibility()).flatMap(svg => {
			const texts = [...svg.querySelectorAll('text')].filter(t => t.checkVisibility()).map(t => [t.textContent, t.getBoundingClientRect()]), around = svg.getBoundingClientRect();
			return texts.flatMap(([text, a], i) => (a.left < around.left - 1 || a.right > around.right + 1 ? [`${text} leaves its drawing`] : []).concat(
				texts.slice(i + 1).filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4).map(([other]) => `${text} meets ${other}`)));
		})), [], what);
		await close(page);
	}
	console.log('distances between letters, words, lines and paragraphs: nothing cut');
};

// focused: the key Tab goes through everything that can be used, in the order of the page, each stop is in view and is marked, and no stop holds it.
const focused = async () => {
	const page = await open(file(names[0]));
	const usable = await page.evaluate(() => [...document.querySelectorAll('a[href], button, select, input')].filter(e => e.checkVisibility()).length);
	const met = [];
	for (let stop; met.length <= usable; met.push(stop)) {
		await page.keyboard.press('Tab');
		stop = await page.evaluate(() => {
			const e = document.activeElement;
			if (e === document.body) return null;
			const r = e.getBoundingClientRect(), style = getComputedStyle(e);
			const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
			return {what: e.outerHTML.slice(0, 80), place: [...document.querySelectorAll('*')].indexOf(e), marked: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3, free: !!top && (e.contains(top) || top.contains(e))};
		});
		if (!stop) break;
		check(stop.marked, `no mark of the focus at ${stop.what}`);
		check(stop.free, `out of view or behind something: ${stop.what}`);
	}
	equal(met.length, usable, 'stops of the key Tab');
	equal(met.map(s => s.place), met.map(s => s.place).sort((a, b) => a - b), 'their order');
	equal(await page.evaluate(() => [...document.querySelectorAll('[title], [tabindex], [accesskey], [autofocus]')].length), 0, 'words that only a pointer finds, and stops and keys out of order');
	await close(page);
	console.log(`focus: ${met.length} stops, each marked and in view`);
};

// byKeyboard uses the page without a mouse.
const byKeyboard = async () => {
	const page = await open(file(names[0]));
	const focus = () => page.evaluate(() => document.activeElement.getAttribute('href') || document.activeElement.id || document.activeElement.textContent);
	const hash = () => page.evaluate(() => location.hash);
	await page.keyboard.press('Tab');
	equal(await focus(), '#en-main', 'the first stop is the link past the head');
	await page.keyboard.press('Enter');
	equal(await hash(), '#en-main', 'it leads there');
	await page.goto('file://' + file(names[0]) + '#en-r3');
	check(await page.locator('article:has(#en-r3)').isVisible(), 'a deep link shows its card');
	await page.locator('a.switch[hreflang=cy]').focus();
	await page.keyboard.press('Enter');
	equal(await hash(), '#cy-r3', 'the other language keeps the recommendation');
	equal(await page.evaluate(() => document.documentElement.lang), 'cy', 'the language of the page');
	await page.goBack();
	equal(await hash(), '#en-r3', 'back');
	equal(await page.evaluate(() => document.documentElement.lang), 'en', 'and so is the language');
	await page.locator('#en-choose-4').focus();
	await page.keyboard.press('ArrowDown');
	const red = await shown(page);
	check(red > 0 && red < 19, 'a choice by keyboard shows some rows: ' + red);
	equal((await page.locator('form:visible .shown').innerText()).match(/\d+/g).map(Number), [red, 19], 'how many it says are shown');
	await page.locator('table.t-register thead button').nth(5).focus();
	await page.keyboard.press('Enter');
	equal(await page.locator('table.t-register thead th').nth(5).getAttribute('aria-sort'), 'ascending', 'the order by keyboard');
	await page.keyboard.press('Enter');
	equal(await page.locator('table.t-register thead th').nth(5).getAttribute('aria-sort'), 'descending', 'and the other way');
	await page.locator('#en-choose-words').fill('zzzz');
	equal(await shown(page), 0, 'words that nothing has');
	check(await page.locator('form:visible .none').isVisible(), 'it says that nothing fits');
	await page.locator('form:visible button[type=reset]').focus();
	await page.keyboard.press('Enter');
	await page.waitForTimeout(50);
	equal(await shown(page), 19, 'cleared');
	await close(page);
	console.log('keyboard: link past the head, language, deep link and back, choice, order, words, clear');
};

// sorted holds each order to one that is worked out here.
const sorted = async () => {
	const page = await open(file(names[0]));
	for (let column = 0; column < 7; column++) {
		await page.selectOption('#en-choose-order', {index: column});
		const rows = await page.locator('table.t-register tbody tr').evaluateAll((rows, c) => rows.map(r => [r.cells[c].dataset.at || '9999', r.cells[c].innerText]), column);
		if (column === 5) equal(rows.map(r => r[0]), rows.map(r => r[0]).sort(), 'the order by day');
		if (column === 1) equal(rows.map(r => r[1]), rows.map(r => r[1]).sort(new Intl.Collator('en', {numeric: true}).compare), 'the order by text');
	}
	await close(page);
};

// likeTheWorkbook holds the rows that each choice shows to the rows of the workbook with the same in the same column.
const likeTheWorkbook = async () => {
	let n = 0;
	for (const name of names) for (const lang of languages) {
		const doc = JSON.parse(fs.readFileSync(path.join(month, `${name}-2023-09-${lang}.document.json`)));
		const figures = JSON.parse(fs.readFileSync(path.join(month, `${name}-2023-09-figures.json`)));
		const heading = Object.fromEntries(doc.tables.find(t => t.id === 'recommendations').columns.map(c => [c.id, c.heading]));
		const book = XLSX.readFile(path.join(month, `${name}-2023-09-${lang}.xlsx`));
		const sheet = book.SheetNames.map(s => XLSX.utils.sheet_to_json(book.Sheets[s], {header: 1, raw: false})).find(rows => rows.some(r => r.includes(heading.standing) && r.includes(heading.owner)));
		const head = sheet.find(r => r.includes(heading.standing));
		const rows = sheet.slice(sheet.indexOf(head) + 1).filter(r => r[head.indexOf(heading.key)]);
		const inBook = (id, text) => rows.filter(r => (r[head.indexOf(heading[id])] || '').trim() === text).length;
		const page = await open(file(name), {}, '#' + lang);
		const fields = ['theme', 'owner', 'standing', 'rag'];
		for (let f = 1; f <= 5; f++) {
			const options = await page.locator(`#${lang}-choose-${f} option`).evaluateAll(list => list.map(o => [o.value, o.textContent]));
			for (const [value, text] of options.slice(1)) {
				await page.selectOption(`#${lang}-choose-${f}`, value);
				equal(await shown(page), f < 5 ? inBook(fields[f - 1], text) : figures.all[value], `${name} ${lang}: rows with ${text}`);
				if (f === 5 && heading[value]) equal(await shown(page), inBook(value, lang === 'cy' ? 'Ydy' : 'Yes'), `${name} ${lang}: rows with ${text} in the workbook`);
				n++;
			}
			await page.selectOption(`#${lang}-choose-${f}`, '');
		}
		await close(page);
	}
	console.log(`choices: ${n}, each with as many rows as the workbook`);
};

// withoutScript shows everything where no script runs, the language that is asked for, and no form.
const withoutScript = async () => {
	for (const lang of languages) {
		const page = await open(file(names[0]), {javaScriptEnabled: false}, `#${lang}-r11a`);
		check(await page.locator(`article:has(#${lang}-r11a)`).isVisible(), 'without a script a deep link shows its card');
		equal(await page.locator('form:visible').count(), 0, 'forms without a script');
		const other = languages.find(l => l !== lang);
		equal(await page.locator(`.${other}:visible`).count(), await page.locator(`.langs .${other}:visible`).count(), 'texts of the other language');
		await close(page);
	}
	console.log('without a script: deep links, both languages, no form');
};

// printed has the marking above and below on each page, and the number of each.
const printed = async () => {
	const {execFileSync} = require('child_process');
	for (const lang of languages) {
		const page = await open(file(names[0]), {}, '#' + lang);
		const to = path.join(dir, `print-${lang}.pdf`);
		await page.pdf({path: to, preferCSSPageSize: true});
		const pages = execFileSync('pdftotext', ['-layout', to, '-'], {encoding: 'utf8'}).split('\f').slice(0, -1);
		pages.forEach((text, i) => {
			check((text.match(/OFFICIAL/g) || []).length >= 2, `printed page ${i + 1} ${lang}: the marking above and below`);
			check(text.includes(`${i + 1} / ${pages.length}`), `printed page ${i + 1} ${lang}: its number`);
		});
		console.log(`printed in ${lang}: ${pages.length} pages`);
		await close(page);
	}
};

// safe: nothing of hostile texts became more than text.
const safe = async () => {
	const at = path.join(dir, 'pages', 'hostile.html');
	const known = 'html head meta title style script body div header main footer section nav article p h1 h2 h3 ul ol li dl dt dd span b small bdi figure table caption thead tbody tr th td button fieldset legend svg path rect circle text a form label select option input'.split(' ');
	const page = await open(at);
	await page.waitForTimeout(1500);
	const met = await page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]);
	equal(met.filter(name => !known.includes(name)), [], 'elements of hostile texts');
	equal(await page.evaluate(() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on|^style$|^src/.test(a.name)).map(a => a.name)), [], 'attributes of hostile texts');
	equal(await page.evaluate(() => document.querySelectorAll('script').length), 1, 'scripts');
	equal(await page.evaluate(() => [...document.querySelectorAll('a')].filter(a => !a.getAttribute('href').startsWith('#')).length), 0, 'links out of the page');
	equal(await page.evaluate(() => typeof window.pwned), 'undefined', 'what a script of a text would leave');
	const cards = await page.locator('article').count();
	check(cards >= 40, 'cards of hostile texts: ' + cards);
	for (const link of await page.locator('table.t-register tbody a:visible').all()) {
		const to = await link.getAttribute('href');
		check(await page.evaluate(id => !!document.getElementById(id), to.slice(1)), 'the link ' + to);
	}
	await page.locator('#en-choose-words').fill('<script>');
	check(await shown(page) > 0, 'hostile texts are found by their words');
	await close(page);
	console.log(`hostile texts: ${cards} recommendations, nothing but text`);
};

// byEar keeps what a screen reader meets, in order.
const byEar = async () => {
	for (const lang of languages) {
		const page = await open(file(names[0]), {}, '#' + lang);
		const tree = await page.locator('body').ariaSnapshot() + '\n';
		const golden = path.join(__dirname, 'testdata', `${names[0]}-${lang}.aria.yaml`);
		if (process.env.UPDATE) fs.writeFileSync(golden, tree);
		check(fs.existsSync(golden) && fs.readFileSync(golden, 'utf8') === tree, `what a screen reader meets in ${lang} is not as kept; UPDATE=1 writes it again, to be read in the diff`);
		if (!process.env.UPDATE && faults.length) fs.writeFileSync(path.join(require('os').tmpdir(), path.basename(golden)), tree);
		await close(page);
	}
};

// large measures large pages: nothing is asserted of a time.
const large = async () => {
	for (const name of fs.readdirSync(path.join(dir, 'pages')).filter(n => n.startsWith('large')).sort()) {
		const at = path.join(dir, 'pages', name);
		const page = await open(at, {patience: 300000});
		const load = await page.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd));
		const times = await page.evaluate(async () => {
			const select = document.querySelector('form.choices select');
			const form = select.form, out = [];
			const until = () => new Promise(r => requestAnimationFrame(() => setTimeout(r)));
			for (const index of [1, 2, 0]) {
				const start = performance.now();
				select.selectedIndex = index;
				select.dispatchEvent(new Event('input', {bubbles: true}));
				const answered = performance.now();
				await until();
				out.push([Math.round(answered - start), Math.round(performance.now() - start)]);
			}
			const words = form.querySelector('[type=search]'), start = performance.now();
			words.value = 'record';
			words.dispatchEvent(new Event('input', {bubbles: true}));
			out.push([Math.round(performance.now() - start), 0]);
			return out;
		});
		const data = fs.readFileSync(at);
		console.log(`${name}: ${data.length} bytes, ${require('zlib').gzipSync(data).length} packed, load ${load} ms; choices ${JSON.stringify(times.slice(0, 3))} ms (answered, drawn); words ${times[3][0]} ms`);
		await close(page);
	}
};

(async () => {
	browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
	const steps = {accessible, fits, spaced, focused, byKeyboard, sorted, likeTheWorkbook, withoutScript, printed, safe, byEar, large};
	for (const step of process.env.STEPS ? process.env.STEPS.split(',') : Object.keys(steps)) await steps[step]();
	await browser.close();
	if (faults.length) {
		console.log(`${faults.length} faults`);
		process.exit(1);
	}
})();

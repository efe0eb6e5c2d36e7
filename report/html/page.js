// What the page can do beyond what it says: show some of the rows, in another order, and keep its place when the language changes. Without
// this script everything is there, and every link works.
'use strict';
(() => {
	const root = document.documentElement;
	const forms = [...document.querySelectorAll('form.choices')];
	const languages = forms.map(form => form.dataset.lang);
	const first = root.lang;

	// The language that shows is that of the place to which the address leads.
	const language = () => {
		const id = decodeURIComponent(location.hash.slice(1));
		return languages.find(l => id === l || id.startsWith(l + '-')) || first;
	};

	// text gives what an element says in a language: what is of all languages, and what is of this one.
	const text = (element, lang) => {
		let out = '';
		for (const node of element.childNodes) {
			if (node.nodeType === 3) out += node.data;
			else if (node.nodeType === 1 && !languages.some(l => l !== lang && node.classList.contains(l))) out += text(node, lang);
		}
		return out;
	};

	// follow has the page be in the language that shows, and the links to the others lead to the same place there.
	const follow = () => {
		const lang = language();
		root.lang = lang;
		document.title = text(document.querySelector('h1'), lang).trim();
		const place = decodeURIComponent(location.hash.slice(1));
		const rest = place.startsWith(lang + '-') ? place.slice(lang.length) : '';
		for (const link of document.querySelectorAll('a.switch')) link.setAttribute('href', '#' + link.hreflang + rest);
	};
	addEventListener('hashchange', () => { follow(); show(); });
	follow();

	// A table that stands as blocks, where there is little room, is a table for everybody who hears it.
	const roles = {TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell'};
	for (const element of document.querySelectorAll('table, thead, tbody, tr, th, td')) {
		element.setAttribute('role', roles[element.tagName] || (element.scope === 'col' ? 'columnheader' : 'rowheader'));
	}
	if (!forms.length) return;

	const table = document.querySelector('table.' + forms[0].dataset.of);
	const rows = [...table.querySelectorAll('tbody tr')];
	const heads = [...table.querySelectorAll('thead th')];
	const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const squeeze = s => s.trim().replace(/\s+/g, ' ');

	// said is what the cells of the rows say, and words what can be searched: worked out for a language when it is first asked for.
	const memory = {};
	const of = lang => memory[lang] ??= {
		said: rows.map(row => [...row.cells].map(cell => squeeze(text(cell, lang)))),
		options: forms[languages.indexOf(lang)].querySelectorAll('select'),
	};
	const cards = new Map([...document.querySelectorAll('article')].map(card => [card.querySelector('[id]').id, card]));
	const words = {};
	const wordsOf = (i, lang) => {
		const list = words[lang] ??= [];
		return list[i] ??= (() => {
			const link = rows[i].querySelector('a');
			const id = link ? decodeURIComponent(link.getAttribute('href').slice(1)) : '';
			const card = cards.get(id);
			return fold(of(lang).said[i].join(' ') + ' ' + (card ? text(card, lang) : ''));
		})();
	};

	// The choices are one thing that the forms of all languages show: which option of each list, the words, the order.
	const controls = form => [...form.querySelectorAll('select, input')];
	const state = {column: 0, down: false};

	// show shows the rows that fit the choices, in the language that shows.
	const show = () => {
		const lang = language(), form = forms[languages.indexOf(lang)];
		const said = of(lang).said;
		const tests = [];
		for (const control of controls(form)) {
			if (control.type === 'search') {
				for (const word of fold(control.value).split(/\s+/).filter(Boolean)) tests.push(i => wordsOf(i, lang).includes(word));
			} else if (control.id.endsWith('-order') || !control.selectedIndex) {
				continue;
			} else if (control.dataset.column) {
				const column = Number(control.dataset.column), chosen = squeeze(control.selectedOptions[0].textContent);
				tests.push(i => said[i][column] === chosen);
			} else {
				tests.push(i => rows[i].dataset.is === control.value);
			}
		}
		let n = 0;
		rows.forEach((row, i) => {
			const fits = tests.every(test => test(i));
			n += fits;
			if (row.hidden === fits) row.hidden = !fits;
		});
		for (const f of forms) {
			f.querySelector('.count').textContent = n;
			f.querySelector('.shown').hidden = !n;
			f.querySelector('.none').hidden = !!n;
			f.classList.toggle('filtered', n < rows.length);
		}
	};

	// rank is the place of a cell among those of its column: by its day, by its place in the list of choices, or by its letters.
	const compare = column => {
		const lang = language(), said = of(lang).said;
		if (rows.some(row => row.cells[column].dataset.at)) {
			const day = i => rows[i].cells[column].dataset.at || '9999';
			return (a, b) => day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;
		}
		const list = [...forms[languages.indexOf(lang)].querySelectorAll('select')].find(s => s.dataset.column === String(column));
		if (list) {
			const places = new Map([...list.options].map((o, i) => [squeeze(o.textContent), i]));
			return (a, b) => (places.get(said[a][column]) ?? places.size) - (places.get(said[b][column]) ?? places.size);
		}
		const collator = new Intl.Collator(lang, {numeric: true});
		return (a, b) => collator.compare(said[a][column], said[b][column]);
	};

	// sort puts the rows in order. The first column is the order of the register.
	const sort = (column, down) => {
		Object.assign(state, {column, down});
		const order = rows.map((_, i) => i);
		if (column) {
			const by = compare(column);
			order.sort((a, b) => (down ? -by(a, b) : by(a, b)) || a - b);
		} else if (down) {
			order.reverse();
		}
		rows[0]?.parentNode.append(...order.map(i => rows[i]));
		heads.forEach((head, i) => i === column ? head.setAttribute('aria-sort', down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort'));
		for (const f of forms) f.querySelector('[id$=-order]').selectedIndex = column;
	};

	// mirror has the forms of the other languages show the same choices.
	const mirror = form => {
		for (const other of forms) {
			if (other === form) continue;
			controls(other).forEach((control, i) => {
				const from = controls(form)[i];
				if (control.type === 'search') control.value = from.value;
				else control.selectedIndex = Math.min(from.selectedIndex, control.options.length - 1);
			});
		}
	};

	heads.forEach((head, column) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.append(...head.childNodes);
		head.append(button);
		button.addEventListener('click', () => sort(column, state.column === column && !state.down));
	});
	heads[0]?.setAttribute('aria-sort', 'ascending');
	for (const form of forms) {
		form.hidden = false;
		form.addEventListener('submit', event => event.preventDefault());
		form.addEventListener('input', event => {
			mirror(form);
			if (event.target.id.endsWith('-order')) sort(event.target.selectedIndex, false);
			else show();
		});
		form.addEventListener('reset', () => setTimeout(() => {
			mirror(form);
			sort(0, false);
			show();
		}));
	}
})();

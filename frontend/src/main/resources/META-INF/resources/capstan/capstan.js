// What the screens do in the browser by themselves. Plain functions, no build: the screens call window.capstan.*.
(() => {
  'use strict';

  const capstan = (window.capstan = window.capstan || {});
  if (capstan.loaded) {
    return;
  }
  capstan.loaded = true;

  // --- Ages -------------------------------------------------------------------------------------------------------

  // How far this machine's clock is behind the server's, in milliseconds.
  let behind = 0;
  const exactly = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC',
  });

  function ago(at) {
    const seconds = Math.max(0, (Date.now() + behind - at) / 1000);
    if (seconds < 60) return 'just now';
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min ago';
    if (seconds < 48 * 3600) return Math.floor(seconds / 3600) + ' h ago';
    return Math.floor(seconds / 86400) + ' days ago';
  }

  class Age extends HTMLElement {
    static observedAttributes = ['at'];
    attributeChangedCallback() { this.show(); }
    connectedCallback() { this.show(); }
    show() {
      const at = Date.parse(this.getAttribute('at') || '');
      // On a page that speaks of the past, how long ago something was today would be beside the point.
      const past = this.closest('[data-as-of]');
      const text = Number.isNaN(at) ? '–' : past ? exactly.format(at) : ago(at);
      if (this.textContent !== text) this.textContent = text;
      this.title = Number.isNaN(at) ? '' : exactly.format(at) + ' UTC';
    }
  }
  customElements.define('capstan-age', Age);
  const showAges = () => document.querySelectorAll('capstan-age').forEach((age) => age.show());
  setInterval(showAges, 20000);

  capstan.serverTime = (millis) => {
    behind = millis - Date.now();
    showAges();
  };

  // --- Keys -------------------------------------------------------------------------------------------------------

  // In fields, and where a letter chooses among options by itself.
  const typing = (event) => event.composedPath().some((node) => node.isContentEditable
    || /^(INPUT|TEXTAREA|SELECT|VAADIN-SELECT|VAADIN-MENU-BAR)$/.test(node.tagName || '')
    || (node.getAttribute && /^(menu|listbox)$/.test(node.getAttribute('role') || '')));
  const dialogOpen = () => document.querySelector(
    'dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-menu-bar-overlay, vaadin-select-overlay');

  // The next row of the list on the screen, or the one before: of its grid, or of links marked as rows.
  const step = (down) => {
    const grid = document.querySelector('#contents vaadin-grid.list');
    if (grid) {
      const cell = grid.shadowRoot.activeElement;
      if (cell && cell.closest('#items')) {
        cell.dispatchEvent(new KeyboardEvent('keydown', {
          key: down ? 'ArrowDown' : 'ArrowUp', bubbles: true, composed: true, cancelable: true,
        }));
      } else {
        const first = grid.shadowRoot.querySelector('#items [tabindex="0"]');
        if (first) first.focus();
      }
      return;
    }
    const rows = [...document.querySelectorAll('#contents a[data-row]')];
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? 0 : at + (down ? 1 : -1)];
    if (next) next.focus();
  };

  const focusField = (selector, event) => {
    const field = document.querySelector(selector);
    if (!field) return;
    event.preventDefault();
    field.focus();
    if (field.select) field.select();
  };

  capstan.keyboardHelp = () => {
    const help = document.getElementById('keyboard-help');
    if (help && !help.open) help.showModal();
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      const search = event.composedPath().find((node) => node.matches && node.matches('[data-search]'));
      if (search && !search.value) {
        // Nothing left to clear: leave the field.
        event.composedPath()[0].blur();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || dialogOpen()) return;
    switch (event.key) {
      case '/': focusField('[data-search-all]', event); break;
      case 'f': focusField('[data-search]', event); break;
      case '?': capstan.keyboardHelp(); break;
      case 'j': step(true); break;
      case 'k': step(false); break;
    }
  });

  // --- The search box ---------------------------------------------------------------------------------------------

  // A combobox whose list the server fills: the field keeps the focus, the active option is pointed at.
  capstan.search = (box) => {
    const field = box.querySelector('input');
    const options = () => [...box.querySelectorAll('[role=option]')];
    const active = () => box.querySelector('[role=option][aria-selected=true]');

    const point = (option) => {
      for (const other of options()) other.setAttribute('aria-selected', String(other === option));
      if (option) {
        field.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        field.removeAttribute('aria-activedescendant');
      }
    };
    const open = (wished) => {
      const opened = wished && (options().length > 0 || box.querySelector('.search-status').textContent !== '');
      box.toggleAttribute('open', opened);
      field.setAttribute('aria-expanded', String(opened && options().length > 0));
      if (!opened) point(null);
    };
    // For the server, which has filled the list anew.
    box.capstanSearched = () => {
      point(null);
      open(box.contains(document.activeElement));
    };
    const seeAll = () => {
      const link = document.createElement('a');
      link.href = 'search?q=' + encodeURIComponent(field.value.trim());
      link.hidden = true;
      document.body.append(link);
      link.click();
      link.remove();
    };

    if (field.capstanReady) return;
    field.capstanReady = true;
    field.addEventListener('focus', () => open(true));
    box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) open(false); });
    // The field keeps the focus while the mouse is on an option.
    box.querySelector('.search-popup').addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', (event) => { if (event.target.closest('[role=option]')) { open(false); field.blur(); } });
    field.addEventListener('keydown', (event) => {
      const all = options();
      const at = all.indexOf(active());
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        open(true);
        const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
        point(all[next] || null);
      } else if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        if (at >= 0) {
          all[at].click();
        } else if (field.value.trim()) {
          open(false);
          seeAll();
        }
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        if (box.hasAttribute('open')) {
          open(false);
        } else if (field.value) {
          field.value = '';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        } else {
          field.blur();
        }
      }
    });
  };
  capstan.searched = (box) => { if (box.capstanSearched) box.capstanSearched(); };

  // --- Grids ------------------------------------------------------------------------------------------------------

  // Shows the columns there is room for, and lets a click or Enter anywhere in a row follow the row's link.
  capstan.grid = (grid) => {
    if (grid.capstanReady) return;
    grid.capstanReady = true;

    const fit = () => {
      const width = grid.clientWidth;
      if (!width) return;
      for (const column of grid.querySelectorAll('[data-from], [data-until]')) {
        const from = Number(column.dataset.from || 0);
        const until = Number(column.dataset.until || Infinity);
        const hidden = width < from || width >= until;
        if (column.hidden !== hidden) column.hidden = hidden;
      }
    };
    new ResizeObserver(fit).observe(grid);
    fit();

    const linkOf = (row) => {
      for (const cell of row.children) {
        const slot = cell.querySelector('slot');
        const content = slot && slot.assignedElements()[0];
        const link = content && content.querySelector('a[data-row]');
        if (link) return link;
      }
      return null;
    };
    const rowOf = (event) => event.composedPath().find((node) => node.localName === 'tr');
    const interactive = (event) => event.composedPath().some((node) => /^(A|BUTTON|INPUT)$/.test(node.tagName || ''));
    const inBody = (row) => row && row.parentElement && row.parentElement.id === 'items';

    grid.addEventListener('click', (event) => {
      const row = rowOf(event);
      if (!inBody(row) || interactive(event) || String(window.getSelection())) return;
      const link = linkOf(row);
      if (!link) return;
      if (event.ctrlKey || event.metaKey) {
        window.open(link.href, '_blank', 'noopener');
      } else {
        link.click();
      }
    });
    grid.addEventListener('keydown', (event) => {
      const row = rowOf(event);
      if (event.key !== 'Enter' || !inBody(row) || interactive(event)) return;
      const link = linkOf(row);
      if (link) {
        event.preventDefault();
        event.stopPropagation();
        link.click();
      }
    }, true);
  };

  // --- The map of clusters by namespaces ------------------------------------------------------------------------

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // A table of links in which the arrow keys walk; one of them at a time is in the tab order.
  capstan.heatMap = (host, data) => {
    const hint = 'Point at a cell, or walk to it with the arrow keys, for its numbers.';
    if (!host.capstanMap) {
      const scroller = element('div', { className: 'heat-scroll' });
      const detail = element('p', { className: 'heat-detail' }, hint);
      host.append(scroller, detail);
      host.capstanMap = { scroller, detail };
      const tell = (event) => {
        const link = event.target.closest('a[data-says]');
        detail.textContent = link ? link.dataset.says : hint;
      };
      scroller.addEventListener('mouseover', tell);
      scroller.addEventListener('focusin', (event) => {
        const link = event.target.closest('a');
        scroller.querySelectorAll('a[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
        if (link) link.tabIndex = 0;
        tell(event);
      });
      scroller.addEventListener('keydown', walk);
    }
    const { scroller } = host.capstanMap;
    const held = scroller.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const place = [scroller.scrollTop, scroller.scrollLeft];
    scroller.replaceChildren(heatTable(data));
    [scroller.scrollTop, scroller.scrollLeft] = place;
    const links = [...scroller.querySelectorAll('a')];
    const current = links.find((link) => link.dataset.key === held);
    (current || links[0]).tabIndex = 0;
    if (current) current.focus({ preventScroll: true });
  };

  function heatTable(data) {
    const link = (key, href, text, says) => {
      const made = element('a', { href, tabIndex: -1 }, text);
      made.dataset.key = key;
      if (says) made.dataset.says = says;
      return made;
    };
    const head = element('tr', {}, element('th', { className: 'heat-corner', scope: 'col' }, 'Cluster'));
    for (const column of data.columns) {
      const name = link('column ' + column.name, column.url, element('span', {}, column.name), 'Workloads in ' + column.name);
      head.append(element('th', { scope: 'col' }, name));
    }
    const body = element('tbody', {});
    for (const row of data.rows) {
      const name = link('row ' + row.path, row.path + data.query, row.name, row.name + ': ' + row.sub);
      const line = element('tr', {}, element('th', { scope: 'row' }, name, element('span', {}, row.sub)));
      const cells = data.columns.map(() => element('td', { className: 'heat-absent' }));
      for (const [column, step, text, percent, failing, assessed, unknown, workloads] of row.cells) {
        const namespace = data.columns[column].name;
        const says = namespace + ' in ' + row.name + ': ' + (!assessed && unknown
          ? 'not assessed, ' + numbers.format(unknown) + ' containers'
          : !assessed ? 'nothing the control speaks of'
            : numbers.format(failing) + ' of ' + numbers.format(assessed) + ' fail, ' + percent + ' pass'
              + (unknown ? ', ' + numbers.format(unknown) + ' not assessed' : ''))
          + '; ' + numbers.format(workloads) + (workloads === 1 ? ' workload' : ' workloads');
        const href = row.path + '/namespaces/' + encodeURIComponent(namespace) + data.query;
        const cell = link(row.path + ' ' + namespace, href, text, says);
        cell.setAttribute('aria-label', says);
        cells[column].className = step === -1 ? 'heat-unknown' : step === -2 ? 'heat-none' : 'heat-' + step;
        cells[column].append(cell);
      }
      line.append(...cells);
      body.append(line);
    }
    const table = element('table', {}, element('thead', {}, head), body);
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', data.label);
    return table;
  }

  // To the next link in the direction; empty cells are stepped over.
  function walk(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target.closest('td, th');
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...event.currentTarget.querySelectorAll('tr')];
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    let found = null;
    if (step) {
      do {
        row += step[0];
        column += step[1];
        found = rows[row] && rows[row].cells[column] && rows[row].cells[column].querySelector('a');
      } while (!found && rows[row] && rows[row].cells[column]);
    } else if (event.key === 'Home' || event.key === 'End') {
      const links = rows[row].querySelectorAll('a');
      found = links[event.key === 'Home' ? 0 : links.length - 1];
    } else {
      return;
    }
    event.preventDefault();
    if (found) {
      found.focus({ preventScroll: true });
      found.closest('td, th').scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  // --- Lanes ------------------------------------------------------------------------------------------------------

  // A lane is one stop of the Tab key, however many stretches it has; the arrow keys move between them.
  capstan.lane = (lane) => {
    if (lane.capstanReady) return;
    lane.capstanReady = true;
    lane.addEventListener('keydown', (event) => {
      const stretches = [...lane.querySelectorAll('a.stretch')];
      const at = stretches.indexOf(event.target.closest('a.stretch'));
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: stretches.length - 1 }[event.key];
      if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const next = stretches[Math.max(0, Math.min(stretches.length - 1, to))];
      stretches.forEach((stretch) => { stretch.tabIndex = stretch === next ? 0 : -1; });
      next.focus();
    });
  };

  // --- Small things -----------------------------------------------------------------------------------------------

  // Set by screens that hold edits nobody has saved.
  window.addEventListener('beforeunload', (event) => {
    if (window.capstanUnsaved) event.preventDefault();
  });

  // What the keyboard was on in a part that is drawn anew is found again by what it says and where it leads.
  capstan.keepFocus = (part) => {
    if (part.capstanFocus) return;
    const same = (node) => node.localName + ' ' + (node.getAttribute('href') || '') + ' ' + node.textContent;
    let held = null;
    part.addEventListener('focusin', (event) => { held = same(event.target); });
    part.addEventListener('focusout', (event) => { if (event.target.isConnected && event.relatedTarget) held = null; });
    part.capstanFocus = new MutationObserver(() => {
      if (!held || document.activeElement !== document.body) return;
      const again = [...part.querySelectorAll('a, button, summary')].find((node) => same(node) === held);
      if (again) again.focus({ preventScroll: true });
    });
    part.capstanFocus.observe(part, { childList: true, subtree: true });
  };

  capstan.theme = (theme) => {
    const year = 365 * 24 * 3600;
    document.cookie = 'capstan-theme=' + theme + '; path=/; SameSite=Lax; max-age=' + (theme === 'auto' ? 0 : year);
  };

  capstan.copy = (button, source) => {
    const done = () => {
      const label = button.querySelector('[data-label]');
      const before = label.textContent;
      label.textContent = 'Copied';
      setTimeout(() => { label.textContent = before; }, 2000);
    };
    const select = () => {
      const range = document.createRange();
      range.selectNodeContents(source);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(source.textContent).then(done, select);
    } else {
      // No clipboard without TLS: the text is selected, ready for Ctrl+C.
      select();
    }
  };

  capstan.signIn = (form, name, password) => {
    document.getElementById('vaadinLoginUsername').value = name;
    document.getElementById('vaadinLoginPassword').value = password;
    form.submit();
  };

  // --- The bands over time ----------------------------------------------------------------------------------------

  // light-dark() only resolves as a colour of something, so ask for it as one.
  function colour(host, name) {
    const span = document.createElement('span');
    span.style.color = `var(${name})`;
    host.append(span);
    const value = getComputedStyle(span).color;
    span.remove();
    // ECharts reads no oklch(): let a canvas turn it into plain numbers.
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.fillStyle = value;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  }

  // Not assessed is hatched, so that it is told from the others without colour.
  function stripes(ground, line) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    const pen = canvas.getContext('2d');
    pen.fillStyle = ground;
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = line;
    pen.lineWidth = 1.25;
    pen.beginPath();
    for (const shift of [-8, 0, 8]) {
      pen.moveTo(shift, 8);
      pen.lineTo(shift + 8, 0);
    }
    pen.stroke();
    return canvas;
  }

  const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const fullDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat('en');

  function bands(host) {
    const data = host.capstanData;
    const ink = colour(host, '--c-ink-2');
    const line = colour(host, '--c-line');
    const hatch = { image: stripes(colour(host, '--c-unknown-area'), colour(host, '--c-unknown-line')), repeat: 'repeat' };
    const area = (name, values, tone, fill) => ({
      name, type: 'line', stack: 'units', data: values, showSymbol: values.filter((v) => v !== null).length < 2,
      symbolSize: 6, connectNulls: false, emphasis: { disabled: true },
      lineStyle: { width: 1.5, color: colour(host, tone) },
      itemStyle: { color: colour(host, tone) },
      areaStyle: { color: fill || colour(host, tone + '-area'), opacity: 1 },
    });
    const styles = getComputedStyle(host);
    return {
      animation: false,
      textStyle: { fontFamily: styles.fontFamily, color: ink },
      grid: { left: 4, right: 12, top: 10, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis', confine: true, backgroundColor: colour(host, '--c-raised'), borderColor: line,
        textStyle: { color: colour(host, '--c-ink'), fontSize: 12 }, padding: [6, 10],
        order: 'seriesDesc',
        axisPointer: { type: 'line', lineStyle: { color: ink, type: 'solid', width: 1 } },
        formatter: (points) => {
          // Days and numbers only; nothing here was named by anybody.
          const rows = [...points].reverse().map((p) =>
            `<tr><td>${p.marker}${p.seriesName}</td><td style="text-align:right;padding-left:16px">`
            + `${p.value == null ? '–' : numbers.format(p.value)}</td></tr>`).join('');
          return `<strong>${fullDays.format(Date.parse(points[0].axisValue))}</strong><table>${rows}</table>`;
        },
      },
      xAxis: {
        type: 'category', data: data.days, boundaryGap: false,
        axisLine: { lineStyle: { color: line } }, axisTick: { show: false },
        axisLabel: {
          color: ink, fontSize: 11, hideOverlap: true, formatter: (day) => days.format(Date.parse(day)),
          showMinLabel: false, showMaxLabel: false,
        },
      },
      yAxis: {
        type: 'value', minInterval: 1, splitNumber: 4,
        axisLabel: { color: ink, fontSize: 11, formatter: (value) => numbers.format(value) },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        area('Compliant', data.passing, '--c-pass'),
        area('Failing', data.failing, '--c-fail'),
        ...(data.excepted.some((units) => units) ? [area('Excepted', data.excepted, '--c-excepted')] : []),
        area('Not assessed', data.notAssessed, '--c-unknown', hatch),
      ],
    };
  }

  function draw(host) {
    if (!host.isConnected || !window.echarts || host.clientWidth === 0) return;
    if (host.capstanChart) host.capstanChart.dispose();
    host.capstanChart = window.echarts.init(host, null, { renderer: 'canvas' });
    host.capstanChart.setOption(bands(host));
  }

  // The colours follow the theme, which a chart cannot do by itself.
  const redrawAll = () => requestAnimationFrame(() => document.querySelectorAll('[data-chart]').forEach(draw));
  new MutationObserver(redrawAll).observe(document.documentElement, {
    attributes: true, attributeFilter: ['style', 'theme'],
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);

  capstan.bands = (host, data) => {
    const first = !host.capstanData;
    host.capstanData = data;
    host.dataset.chart = 'bands';
    if (first) {
      let width = 0;
      new ResizeObserver(() => {
        if (host.clientWidth === width) return;
        width = host.clientWidth;
        if (host.capstanChart) host.capstanChart.resize(); else draw(host);
      }).observe(host);
    }
    // The figures move in place while they are pushed; only colours need a new chart.
    if (host.capstanChart && !host.capstanChart.isDisposed()) {
      host.capstanChart.setOption(bands(host));
    } else {
      draw(host);
    }
  };
})();

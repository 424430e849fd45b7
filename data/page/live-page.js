'use strict';
(function () {
  // Only this script, with the reader's clock and a plan confirmed within a day, may say what is today.
  var HOURS = 26, MINUTE = 60000;
  var root = document.getElementById('tavle'), bytes = {}, confirmed = 0, gone = false, opened = Date.now();

  function two(n) { return (n < 10 ? '0' : '') + n; }
  function day(d) { return d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate()); }
  function all(query, of, func) { Array.prototype.forEach.call(of.querySelectorAll(query), func); }
  function put(element, text) { if (element && element.textContent !== text) element.textContent = text; }
  // A mark behind a heading: there when there is something to say.
  function mark(heading, tag, text) {
    var element = heading.querySelector(tag + '.mark');
    if (!element && text) {
      element = document.createElement(tag);
      element.className = 'mark';
      heading.append(' ', element);
    }
    if (element && text) put(element, text);
    else if (element) element.remove();
  }

  function tell() {
    var now = new Date(), tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    var here = day(now), next = day(tomorrow), minute = two(now.getHours()) + ':' + two(now.getMinutes());
    var age = now.getTime() - (confirmed || opened), stale = gone || age > HOURS * 60 * MINUTE;
    var fresh = confirmed > 0 && !stale && age > -HOURS * 60 * MINUTE;

    put(document.getElementById('clock'), now.getHours() + '.' + two(now.getMinutes()));
    put(document.getElementById('told'), stale ? root.dataset.stale : '');
    root.classList.toggle('fresh', fresh);
    all('[data-until]', root, function (one) { one.hidden = one.dataset.until < here; });
    all('section', root, function (one) {
      var date = one.querySelector('time').dateTime, today = fresh && date === here;
      one.classList.toggle('today', today);
      one.classList.toggle('past', fresh && date < here);
      one.classList.toggle('later', fresh && date > next);
      mark(one.querySelector('h2'), 'b', today ? root.dataset.today : fresh && date === next ? root.dataset.tomorrow : '');
      all('li', one, function (line) {
        var times = line.querySelectorAll('time'), on = !line.classList.contains('off');
        var from = times.length > 1 ? times[0].dateTime : '', to = times[times.length - 1].dateTime;
        if (to.length > 5 || to <= from) to = '24:00';
        on = on && today && from <= minute && minute < to;
        line.classList.toggle('now', on);
        line.classList.toggle('over', today && to <= minute);
        mark(line.querySelector('h3'), 'i', on ? root.dataset.now : '');
      });
    });
  }

  function get(url) {
    return fetch(url, { cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer' }).then(function (reply) {
      if (!reply.ok) throw reply.status;
      return reply.text();
    });
  }

  function each(func) {
    ['h1', '.sub', 'main', 'footer'].forEach(function (query) { func(query, root.querySelector(query)); });
  }

  // The keyboard stays on the link that it was on.
  function show(text) {
    var fresh = new DOMParser().parseFromString(text, 'text/html'), focus = document.activeElement.href;
    each(function (query, element) {
      var then = fresh.querySelector('#tavle ' + query).innerHTML;
      if (bytes[query] === then) return;
      bytes[query] = element.innerHTML = then;
      all('a', element, function (link) { if (focus && link.href === focus) link.focus(); });
    });
  }

  // A plan counts as confirmed when the page was fetched after the heartbeat; an address that is gone says nothing more.
  function look() {
    get('stafet-heartbeat.json').then(function (text) {
      return Date.parse(JSON.parse(text).confirmed);
    }).catch(function () { return 0; }).then(function (time) {
      return get(location.pathname).then(function (page) {
        show(page);
        gone = false;
        if (time > confirmed) confirmed = time;
      });
    }).catch(function (status) { gone = gone || status === 404; }).then(tell);
  }

  each(function (query, element) { bytes[query] = element.innerHTML; });
  tell();
  look();
  setInterval(look, MINUTE);
  setInterval(tell, MINUTE / 6);
})();

'use strict';
// Finds what fits a wish, as src/schedule/stafet-wish.c and stafet-match*.c do: by the words, weights and index
// that stand in the page. tests/publish/test_smith.py holds both against each other.
var smith = (function () {
  var MORNING = 1, AFTERNOON = 2, EVENING = 4, WEEKEND = 8, WEEKDAYS = 16, HOURS = 7, DAYS = 24;
  var JOIN = 1, GIVE = 2, HOME = 4, LIFT = 8, BRIDGE = 16, TIMED = 32, RECURS = 64, NEVER_CHECKED = 128;
  var DAY = 1440, SPELLED = { 'æ': 'ae', 'ø': 'oe', 'å': 'aa', 'ß': 'ss' };

  // ——— Words ———

  // Folded text is kept as the bytes of its UTF-8, one character each, so that lengths are as in the program.
  function bytes(text) { return unescape(encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))); }

  function foldLetter(letter) {
    var apart = letter.normalize('NFD'), parts;
    if (SPELLED[letter]) return SPELLED[letter];
    if (apart === letter) return /\p{M}/u.test(letter) ? '' : letter;
    parts = Array.from(apart);
    parts.pop();
    return Array.from(parts.join('').normalize('NFC')).map(foldLetter).join('');
  }

  function fold(word) {
    return bytes(Array.from(word.normalize('NFC').toLowerCase()).map(foldLetter).join(''));
  }

  function lower(text) {
    return text.replace(/[A-Z]/g, function (letter) { return letter.toLowerCase(); });
  }

  function isVowel(letter) { return 'aeiouy'.indexOf(letter) >= 0; }

  function stem(word, data) {
    var length = word.length, shortest = data.weights.shortestStem;
    data.endings.some(function (ending) {
      if (!word.endsWith(ending) || word.length < ending.length + shortest) return false;
      length -= ending.length;
      return true;
    });
    if (length === word.length && length > 3 && word[length - 1] === 'r' && isVowel(word[length - 2]) && isVowel(word[length - 3])) length--;
    if (length > shortest && word[length - 1] === word[length - 2] && !isVowel(word[length - 1])) length--;
    return word.slice(0, length);
  }

  function tokens(text, data) {
    return (text.match(/[\p{L}\p{N}]+/gu) || []).map(function (said) {
      var word = fold(said);
      return { said: said, word: word, stem: stem(word, data), idle: word.length < 2 || data.idleSet.has(word) };
    });
  }

  // ——— Synonyms ———

  function readRows(data) {
    data.byFirst = new Map();
    data.longEntries = [];
    data.names = data.rows.map(function (row) { return row[0].split(',')[0].trim(); });
    data.rows.forEach(function (row, number) {
      row[0].split(',').forEach(function (text) {
        var entry = { row: number, tokens: tokens(text, data) }, first;
        if (entry.tokens.length === 0) return;
        first = entry.tokens[0].stem;
        if (!data.byFirst.has(first)) data.byFirst.set(first, []);
        data.byFirst.get(first).push(entry);
        if (entry.tokens.length === 1 && first.length >= data.weights.longEntry) data.longEntries.push(entry);
      });
    });
  }

  function holdsAt(words, at, entry) {
    return at + entry.length <= words.length && entry.every(function (token, i) { return words[at + i].stem === token.stem; });
  }

  function isPart(part, whole) {
    return whole.length > part.length && (whole.startsWith(part) || whole.endsWith(part));
  }

  function eachRow(words, data, func) {
    words.forEach(function (word, at) {
      (data.byFirst.get(word.stem) || []).forEach(function (entry) {
        if (holdsAt(words, at, entry.tokens) && (entry.tokens.length > 1 || !word.idle)) func(entry.row, at, at + entry.tokens.length - 1);
      });
      if (word.idle) return;
      data.longEntries.forEach(function (entry) {
        if (isPart(entry.tokens[0].stem, word.stem)) func(entry.row, at, at);
      });
    });
  }

  // ——— What is understood ———

  function phraseAt(words, at, phrase) {
    var parts = phrase.split(' ');
    return at + parts.length <= words.length && parts.every(function (part, i) {
      var word = words[at + i].word;
      return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
    });
  }

  function hasPhrase(words, phrases) {
    return phrases.some(function (phrase) { return words.some(function (word, at) { return phraseAt(words, at, phrase); }); });
  }

  function readTimes(words, data) {
    var found = { parts: 0, weekdays: 0 };
    words.forEach(function (token) {
      data.times.forEach(function (time) {
        if (!token.word.startsWith(time[0]) || data.timeEndings.indexOf(token.word.slice(time[0].length)) < 0) return;
        found.parts |= time[1];
        if (time[2] !== 0) found.weekdays |= 1 << time[2];
        token.idle = true;
      });
    });
    return found;
  }

  // Where a word of @name that is a place's own stands; -1: nowhere.
  function namedAt(words, name, data) {
    var at = -1;
    name.some(function (own) {
      if (own.word.length < 3 || data.common.indexOf(own.word) >= 0) return false;
      at = words.findIndex(function (token) { return token.word === own.word; });
      return at >= 0;
    });
    return at;
  }

  function followsPreposition(words, at, data) {
    return at > 0 && data.before.indexOf(words[at - 1].word) >= 0;
  }

  function place(at, spot, name, area) { return { token: at, at: spot || null, name: name, area: area }; }

  function findPostcode(words, data) {
    var found = null;
    words.some(function (token, at) {
      var code = data.postcodes.find(function (one) { return one.code === token.word; });
      if (code) found = place(at, code.at, code.town, code.area);
      return found;
    });
    if (found) return found;
    data.postcodes.some(function (code) {
      var at = namedAt(words, code.name, data);
      if (at >= 0 && (words[at].word !== 'beder' || followsPreposition(words, at, data))) found = place(at, code.at, code.town, code.area);
      return found;
    });
    if (found) return found;
    words.some(function (token, at) {
      var code = token.word === 'midtbyen' && data.postcodes.find(function (one) { return one.code === '8000'; });
      if (code) found = place(at, code.at, 'Aarhus C', code.area);
      return found;
    });
    return found;
  }

  function findHouse(words, data, anywhere) {
    var found = null;
    data.houses.some(function (house) {
      var at = namedAt(words, house.words, data);
      if (at >= 0 && (anywhere || followsPreposition(words, at, data))) found = place(at, house.at, house.name, house.area);
      return found;
    });
    return found;
  }

  // A place by itself, as somebody writes it where a place is asked for; null when nobody knows it.
  function locate(text, data) {
    var words = tokens(text, data);
    return findPostcode(words, data) || findHouse(words, data, true);
  }

  // @wish: text; side "join", "give", "both" or ""; parts; from (what locate() found, or null); price (or null);
  // lift; company.
  function understand(wish, data) {
    var words = tokens(wish.text, data), needs = hasPhrase(words, data.needs), gives = !needs && hasPhrase(words, data.gives);
    var said = readTimes(words, data), found = findPostcode(words, data) || findHouse(words, data, false);
    if (found) words[found.token].idle = true;
    if (wish.parts) said = { parts: wish.parts, weekdays: 0 };
    return { tokens: words, side: wish.side || (gives ? 'give' : 'join'), wordsGive: gives, wordsNeed: needs,
      parts: said.parts, weekdays: said.weekdays, from: wish.from || found };
  }

  // ——— One word of the wish ———

  function isNearly(a, b, most) {
    var before = [], row, earlier = [], i, j;
    if (Math.abs(a.length - b.length) > most || a.length >= 63 || b.length >= 63) return false;
    for (j = 0; j <= b.length; j++) before[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(Math.min(before[j], row[j - 1]) + 1, before[j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], earlier[j - 2] + 1);
      }
      earlier = before;
      before = row;
    }
    return before[b.length] <= most;
  }

  function isEnd(part, whole, data) {
    return part.length >= data.weights.shortestWithin && isPart(part, whole);
  }

  function likeness(wished, stem, data) {
    if (wished === stem) return 1;
    if (isEnd(wished, stem, data)) return Math.fround(data.weights.within);
    return isEnd(stem, wished, data) ? Math.fround(data.weights.around) : 0;
  }

  function scoreWord(s, at) {
    var token = s.understood.tokens[at], data = s.data, best = new Map(), length = token.stem.length;
    var most = length >= data.weights.twoAmiss ? 2 : length >= data.weights.oneAmiss ? 1 : 0, rarity;
    function take(postings, quality) {
      for (var i = 0; i < postings.length; i += 2) {
        var item = postings[i], worth = Math.fround(data.levels[postings[i + 1]] * quality);
        if (s.counts[item] && worth > (best.get(item) || 0)) best.set(item, worth);
      }
    }
    if (!token.idle) {
      data.terms.forEach(function (term) {
        var quality = likeness(token.stem, term[0], data);
        if (quality > 0) take(term[1], quality);
      });
    }
    s.rows[at].forEach(function (row) { take(data.rows[row][1], 1); });
    if (best.size === 0 && !token.idle && most > 0) {
      data.terms.forEach(function (term) {
        if (term[0].length >= data.weights.oneAmiss && isNearly(token.stem, term[0], most)) take(term[1], Math.fround(data.weights.amiss));
      });
    }
    rarity = Math.log(1 + s.all / Math.max(best.size, 1));
    best.forEach(function (worth, item) { s.score[item] += worth * rarity; });
  }

  function scoreWords(s) {
    s.rows = s.understood.tokens.map(function () { return []; });
    eachRow(s.understood.tokens, s.data, function (row, first, last) {
      for (var i = first; i <= last; i++) {
        if (!s.understood.tokens[i].idle) {
          first = i;
          break;
        }
      }
      s.rows[first].push(row);
    });
    s.understood.tokens.forEach(function (token, at) { scoreWord(s, at); });
  }

  // ——— Times, distance, price ———

  function fitsTime(item, wish) {
    var parts = item.parts || 0, weekdays = item.weekdays || 0;
    return ((wish.parts & HOURS) === 0 || (parts & HOURS) === 0 || (wish.parts & parts & HOURS) !== 0) &&
      ((wish.parts & DAYS) === 0 || (parts & DAYS) === 0 || (wish.parts & parts & DAYS) !== 0) &&
      (wish.weekdays === 0 || weekdays === 0 || (wish.weekdays & weekdays) !== 0);
  }

  // On a flat map, in hundred-thousandths of a degree; null when nobody knows.
  function metres(item, wish) {
    var from = wish.from && wish.from.at, north, east, square, root;
    if (item.flags & HOME || !from || !item.at) return null;
    north = (from[0] - item.at[0]) * 111;
    east = (from[1] - item.at[1]) * 62;
    square = north * north + east * east;
    root = Math.floor(Math.sqrt(square));
    while (root * root > square) root--;
    while ((root + 1) * (root + 1) <= square) root++;
    return Math.floor(root / 100);
  }

  function factor(item, wish, understood, data) {
    var weights = data.weights, far = metres(item, understood), value = far !== null ? weights.halfWay / (weights.halfWay + far) : 1;
    if (understood.parts !== 0 || understood.weekdays !== 0) {
      value *= !fitsTime(item, understood) ? weights.otherTime : item.parts || item.weekdays ? weights.rightTime : 1;
    }
    if (wish.price !== null && item.price !== undefined && item.price > wish.price) value *= weights.dear;
    if (wish.lift && !(item.flags & LIFT)) value *= weights.noLift;
    return value;
  }

  // ——— Reasons ———

  function format(pattern) {
    var values = Array.prototype.slice.call(arguments, 1);
    return pattern.replace(/%(02)?[ds]/g, function (mark, two) {
      var value = String(values.shift());
      return two && value.length < 2 ? '0' + value : value;
    });
  }

  function partWords(parts, says) {
    return parts & MORNING ? says.morning : parts & AFTERNOON ? says.afternoon : parts & EVENING ? says.evening
      : parts & WEEKEND ? says.weekend : says.weekdays;
  }

  function hasPosting(postings, item) {
    for (var i = 0; i < postings.length; i += 2) if (postings[i] === item) return true;
    return false;
  }

  function tellWord(s, number, at, tell, reasons) {
    var token = s.understood.tokens[at], data = s.data;
    var row = s.rows[at].find(function (one) { return hasPosting(data.rows[one][1], number); });
    var text = row !== undefined ? data.names[row] : !token.idle && data.byStem.has(token.stem) &&
      hasPosting(data.byStem.get(token.stem), number) ? token.said : null;
    if (text !== null && !reasons.some(function (one) { return lower(one.text) === lower(text); })) tell('word', true, text);
  }

  function tellTime(item, wish, says, tell) {
    var parts = item.parts || 0;
    if (wish.parts === 0 && wish.weekdays === 0 || parts === 0 && !item.weekdays) return;
    if (!fitsTime(item, wish)) {
      tell('other_time', false, wish.parts !== 0 && (wish.parts & parts) === 0 ? format(says.not, partWords(wish.parts, says)) : says.otherDay);
    } else if (wish.parts & parts) tell('time', true, partWords(wish.parts & parts, says));
    else if (wish.weekdays !== 0) tell('time', true, says.thatDay);
  }

  function tellPlace(item, far, data, tell) {
    var km = Math.floor((far + 500) / 1000);
    if (item.flags & HOME) tell('home', true, data.says.home);
    else if (far !== null) tell(far <= data.weights.near ? 'near' : 'far', far <= data.weights.far, km === 0 ? data.says.close : format(data.says.away, km));
  }

  function tellPrice(item, wish, says, tell) {
    var dear = wish.price !== null && item.price > wish.price;
    if (item.price === 0) tell('price', true, says.free);
    else if (item.price !== undefined) tell(dear ? 'dear' : 'price', !dear, format(says.kroner, item.price));
  }

  function tellOther(item, wish, now, says, tell) {
    if (wish.lift && !(item.flags & HOME)) tell(item.flags & LIFT ? 'lift' : 'no_lift', !!(item.flags & LIFT), item.flags & LIFT ? says.lift : says.noLift);
    if (wish.company && item.flags & BRIDGE) tell('company', true, says.company);
    if (item.waiting) tell('waiting', false, item.waiting);
    if (item.flags & NEVER_CHECKED) tell('stale', false, says.never);
    else if (item.stale !== undefined && now / DAY >= item.stale) tell('stale', false, item.checked);
    if (item.hangs) tell('until', true, item.hangs);
  }

  function nextOf(item, now) {
    return item.dates.find(function (date) { return date[1] > now; });
  }

  // "tirsdag kl. 10.00" of what comes again, "tir 24/11 kl. 10.00" of what does not.
  function whenWords(item, next, data) {
    var says = data.says, day = new Date(data.madeDay + Math.floor(next[0] / DAY) * DAY * 60000), weekday = (day.getUTCDay() + 6) % 7;
    var minute = ((next[0] % DAY) + DAY) % DAY, time = format(says.time, format(says.clock, Math.floor(minute / 60), minute % 60));
    return (item.flags & RECURS ? says.weekdayNames[weekday]
      : format(says.shortDate, says.shortWeekdays[weekday], day.getUTCDate(), day.getUTCMonth() + 1)) + ' ' + time;
  }

  function detailOf(item, next, data) {
    var where = item.where || '', when = next ? whenWords(item, next, data) : item.times || '', between = where && when ? ' · ' : '';
    return next ? when + between + where : where + between + when;
  }

  // null of a series that has no date any more.
  function tellItem(s, number, wish, now) {
    var item = s.data.items[number], reasons = [], next = item.flags & TIMED ? nextOf(item, now) : null, far = metres(item, s.understood);
    function tell(code, fits, text) { reasons.push({ code: code, fits: fits, text: text }); }
    if (item.flags & TIMED && !next) return null;
    s.rows.forEach(function (rows, at) { tellWord(s, number, at, tell, reasons); });
    tellTime(item, s.understood, s.data.says, tell);
    tellPlace(item, far, s.data, tell);
    tellPrice(item, wish, s.data.says, tell);
    tellOther(item, wish, now, s.data.says, tell);
    reasons = reasons.filter(function (one) { return one.fits; }).concat(reasons.filter(function (one) { return !one.fits; }));
    return { item: item, number: number, title: item.title, detail: detailOf(item, next, s.data), metres: far, reasons: reasons };
  }

  // ——— The answer ———

  function scoreOpen(s) {
    var timed = s.understood.parts !== 0 || s.understood.weekdays !== 0;
    s.data.items.forEach(function (item, i) {
      if (!s.counts[i]) return;
      s.score[i] = (item.open || 0) + (timed && item.flags & TIMED && fitsTime(item, s.understood) ? s.data.weights.atThatTime : 0);
    });
  }

  // @now: minutes since the first of the day that the page was made.
  function match(data, wish, now, most) {
    var understood = understand(wish, data), give = understood.side === 'give', today = Math.floor(now / DAY), titles = new Map();
    var live = data.items.map(function (item) { return item.last === undefined || item.last >= today; });
    var s = { data: data, understood: understood, score: data.items.map(function () { return 0; }), all: 0 }, ranked, found = [], nothing;
    s.counts = data.items.map(function (item, i) {
      if (live[i] && item.flags & (give ? GIVE : JOIN)) s.all++;
      return live[i] && (understood.side === 'both' || (item.flags & (give ? GIVE : JOIN)) !== 0);
    });
    scoreWords(s);
    nothing = !s.score.some(function (score) { return score > 0; });
    if (nothing) scoreOpen(s);
    if (wish.company) data.items.forEach(function (item, i) { if (s.counts[i] && item.flags & BRIDGE) s.score[i] += data.weights.along; });
    ranked = s.score.map(function (score, i) { return [i, score > 0 ? score * factor(data.items[i], wish, understood, data) : 0]; })
      .filter(function (one) { return one[1] > 0; })
      .sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    ranked.some(function (one) {
      var title = data.items[one[0]].title, told;
      if ((titles.get(title) || 0) >= data.weights.mostOfATitle) return false;
      told = tellItem(s, one[0], wish, now);
      if (!told) return false;
      titles.set(title, (titles.get(title) || 0) + 1);
      found.push(told);
      return found.length >= most;
    });
    return { understood: understood, matches: found, nothingFits: nothing };
  }

  function prepare(data) {
    data.idleSet = new Set(data.idle);
    data.madeDay = Date.parse(data.made + 'T00:00:00Z');
    data.levels = data.levels.map(Math.fround);
    data.terms.forEach(function (term) { term[0] = bytes(term[0]); });
    data.byStem = new Map(data.terms);
    readRows(data);
    data.postcodes.forEach(function (one) { one.name = tokens(one.town, data); });
    data.houses.forEach(function (one) { one.words = tokens(one.name, data); });
    return data;
  }

  // ddmmyy and four more digits, as stafet_cpr_find() knows them.
  function hasCpr(text) {
    return (text.match(/(?:^|[^0-9])(\d{6})(?:[- ]?)(\d{4})(?![0-9])/g) || []).some(function (found) {
      var digits = found.replace(/\D/g, ''), day = +digits.slice(0, 2), month = +digits.slice(2, 4), date = new Date(Date.UTC(2000 + +digits.slice(4, 6), month - 1, day));
      return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
    });
  }

  return { prepare: prepare, locate: locate, match: match, hasCpr: hasCpr };
})();

// ——— The page ———

if (typeof document !== 'undefined') (function () {
  var MOST = 10, LONGEST = 2000, OLD_DAYS = 7;
  var data = smith.prepare(JSON.parse(document.getElementById('data').textContent)), ticked = new Set(), shown = [], waiting = 0;
  var say = document.getElementById('count').dataset;

  function id(name) { return document.getElementById(name); }
  function put(element, text) { if (element.textContent !== text) element.textContent = text; }

  function add(parent, tag, text, kind) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (kind) element.className = kind;
    parent.append(element);
    return element;
  }

  function number(parent, shown) {
    add(parent, 'a', shown).href = 'tel:' + shown.replace(/[^+0-9]/g, '');
  }

  // Minutes since the first of the day that the page was made, by the reader's clock.
  function now() {
    var date = new Date();
    return Math.floor((Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes()) - data.madeDay) / 60000);
  }

  function readPrice(text) {
    var good = /^\s*\d{0,5}\s*$/.test(text);
    put(id('price-told'), good ? '' : say.price);
    return good && text.trim() !== '' ? +text : null;
  }

  function readPlace(text) {
    var found = text.trim() ? smith.locate(text, data) : null;
    put(id('where-told'), text.trim() && !found ? say.place : '');
    return found;
  }

  function readWish() {
    var text = id('what').value, parts = 0;
    document.querySelectorAll('input[name=part]:checked').forEach(function (box) { parts |= +box.value; });
    return { text: smith.hasCpr(text) ? '' : text.slice(0, LONGEST), cpr: smith.hasCpr(text), long: text.length > LONGEST,
      side: document.querySelector('input[name=side]:checked').value, parts: parts, from: readPlace(id('where').value),
      price: readPrice(id('price').value), lift: id('lift').checked, company: id('company').checked };
  }

  function showMatch(match) {
    var item = match.item, line = add(id('matches'), 'li'), why, label, box;
    add(line, 'h3', match.title);
    add(line, 'p', match.detail + (item.address ? ' · ' + item.address : ''), 'at');
    if (item.about) add(line, 'p', item.about);
    why = add(line, 'p', '', 'why');
    match.reasons.forEach(function (reason) {
      var one = add(why, 'span', '', reason.fits ? '' : 'not');
      add(one, 'b', reason.fits ? '✓' : '!').setAttribute('aria-hidden', 'true');
      add(one, 'span', ' ' + (reason.fits ? say.speaks : say.amiss), 'spoken');
      one.append(' ' + reason.text);
    });
    if (item.join || item.phone) {
      why = add(line, 'p', item.join ? item.join + (item.phone ? ' · ' : '') : '');
      if (item.phone) number(why, item.phone);
    }
    label = add(add(line, 'p'), 'label');
    box = add(label, 'input');
    box.type = 'checkbox';
    box.checked = ticked.has(match.number);
    box.setAttribute('aria-label', say.card + ': ' + match.title);
    box.addEventListener('change', function () {
      if (box.checked) ticked.add(match.number);
      else ticked.delete(match.number);
    });
    label.append(' ' + say.card);
  }

  function showPeople(place) {
    var area = data.areas[place ? place.area : 0], people = id('people');
    put(id('place'), place ? '– ' + place.name + (area.name && area.name !== place.name ? ', ' + area.name : '') : '');
    people.textContent = '';
    area.whom.forEach(function (person) {
      var line = add(people, 'li', person.name + (person.role ? ', ' + person.role : '') + (person.phone ? ': ' : ''));
      if (person.phone) number(line, person.phone);
    });
    return area.whom;
  }

  function showCard(whom) {
    var list = id('card-matches'), chosen = shown.filter(function (match) { return ticked.has(match.number); });
    list.textContent = '';
    (chosen.length ? chosen : shown.slice(0, 3)).forEach(function (match) {
      var line = add(list, 'li'), item = match.item;
      add(line, 'b', match.title);
      [match.detail, item.address, item.cost, item.join].forEach(function (text) { if (text) add(line, 'div', text); });
      if (item.phone) add(line, 'div', item.phone, 'number');
    });
    put(id('card-person'), whom.length ? whom[0].name + (whom[0].role ? ', ' + whom[0].role : '') : '');
    if (whom.length && whom[0].phone) add(id('card-person'), 'b', ' ' + whom[0].phone, 'number');
  }

  function answer() {
    var wish = readWish(), found = smith.match(data, wish, now(), MOST), side = wish.side;
    var against = side === 'join' && found.understood.wordsGive || side === 'give' && found.understood.wordsNeed;
    shown = found.matches;
    put(id('what-told'), wish.cpr ? say.cpr : wish.long ? say.long : against ? say.other : '');
    put(id('count'), shown.length === 0 ? say.empty : found.nothingFits ? (wish.text.trim() ? say.nothing : say.none) : say.some.replace('%d', shown.length));
    id('matches').textContent = '';
    shown.forEach(showMatch);
    return showPeople(found.understood.from);
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(answer, 150);
  }

  document.documentElement.classList.add('script');
  id('wish').hidden = id('answer').hidden = false;
  put(id('old'), now() > OLD_DAYS * 1440 ? id('old').dataset.text : '');
  id('wish').addEventListener('input', later);
  id('wish').addEventListener('change', later);
  id('wish').addEventListener('submit', function (event) {
    event.preventDefault();
    answer();
  });
  id('print').addEventListener('click', function () {
    showCard(answer());
    window.print();
  });
  window.addEventListener('beforeprint', function () { showCard(answer()); });
  answer();
  id('what').focus();
})();

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges the live pages in headless Chromium: axe-core's rules, reflow, and what the script may say when.

The rules run on a copy of each page without its policy, which would let no judge in; everything else on the page
as it is served. Usage: audit.py STAFETCTL AXE.JS CHROMIUM
"""
import datetime
import functools
import http.server
import urllib.request
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading

CTL, AXE, CHROMIUM = sys.argv[1:4]
# WCAG 2.2 AA, and what is good practice beyond it.
TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
LOOKS = [('wide', '1280,900', '', []), ('narrow', '500,900', '', []),
         ('dark', '1280,900', '', ['--blink-settings=preferredColorScheme=0']), ('wall', '1920,1080', '#tavle', [])]
JUDGE = """<script>%s</script><script>
setTimeout(function () {
  axe.run(document, {runOnly: %s, iframes: false}).then(function (result) {
    var found = result.violations.map(function (one) {
      return {id: one.id, help: one.help, nodes: one.nodes.slice(0, 3).map(function (node) { return node.html; })};
    });
    document.body.textContent = 'JUDGED' + JSON.stringify({passes: result.passes.length, found: found}) + 'JUDGED';
  });
}, 500);
</script>"""
failed = 0


def check(name, problems):
    global failed
    failed += bool(problems)
    print('%s: %s' % (name, 'good' if not problems else 'NOT GOOD'), flush=True)
    for problem in problems[:10]:
        print('  ' + problem, flush=True)


def ctl(*arguments):
    subprocess.run([CTL, '--store', STORE, *arguments], check=True, stdout=subprocess.DEVNULL)


def dump(url, size='1280,900', options=()):
    """The page's tree after its script had its time."""
    done = subprocess.run([CHROMIUM, '--headless=new', '--no-sandbox', '--disable-gpu', '--user-data-dir=' + PROFILE,
                           '--virtual-time-budget=8000', '--window-size=' + size, *options, '--dump-dom', url],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120, check=False)
    return done.stdout.decode()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve_folder(folder):
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return 'http://127.0.0.1:%d/' % server.server_address[1]


def fetch(url):
    with urllib.request.urlopen(url) as reply:
        return reply.read().decode()


def write(name, text):
    with open(os.path.join(FOLDER, name), 'w', encoding='utf-8') as file:
        file.write(text)


def heartbeat(hours):
    then = datetime.datetime.utcnow() - datetime.timedelta(hours=hours)
    write('stafet-heartbeat.json', json.dumps({'confirmed': then.strftime('%Y-%m-%dT%H:%M:%SZ')}))


# ——— Rules ———

def run_rules(page, look):
    """What axe-core says of a page, whose text is as served."""
    with open(AXE, encoding='utf-8') as file:
        judge = JUDGE % (file.read(), json.dumps(TAGS))
    copy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', '', page).replace('</body>', judge + '</body>')
    write('judged.html', copy)
    heartbeat(0)
    told = re.search('JUDGED(.*)JUDGED', dump(BASE + 'judged.html' + look[2], look[1], look[3]), re.S)
    if told is None:
        return {'passes': 0, 'found': []}
    return json.loads(told.group(1).replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&'))


def judge_rules(name, page):
    for look in LOOKS:
        result = run_rules(page, look)
        problems = ['%s: %s %s' % (one['id'], one['help'], ' '.join(one['nodes'])) for one in result['found']]
        if result['passes'] < 15:
            problems.append('only %d rules were met at all' % result['passes'])
        check('%s, %s: %d rules of axe-core' % (name, look[0], result['passes']), problems)


def judge_the_judge(page):
    """A fault that is put in is found."""
    write('faulty.html', page.replace('<h1>', '<p style="color:#999;background:#fff">Kan du læse det?</p><img src="x"><h1>'))
    with open(os.path.join(FOLDER, 'faulty.html'), encoding='utf-8') as file:
        faulty = file.read()
    found = {one['id'] for one in run_rules(faulty, LOOKS[0])['found']}
    check('faults that are put in are found', ['%s is not' % one for one in ('color-contrast', 'image-alt')
                                               if one not in found])


# ——— Reflow ———

def judge_reflow(name, page):
    """At 320 CSS pixels, and at 640 with text of 200 %, nothing is wider than the window."""
    write('page.html', page)
    for width, style in ((320, ''), (640, 'html{font-size:200%}')):
        write('frame.html', """<iframe src="page.html" width="%d" height="600"></iframe><script>
          onload = function () {
            var inside = frames[0].document, style = inside.createElement('style');
            var sheet = new frames[0].CSSStyleSheet();
            sheet.replaceSync('%s');
            inside.adoptedStyleSheets = [sheet];
            setTimeout(function () {
              document.body.textContent = 'WIDE' + inside.documentElement.scrollWidth + 'WIDE';
            }, 500);
          };</script>""" % (width, style))
        told = re.search(r'WIDE(\d+)WIDE', dump(BASE + 'frame.html'))
        wide = int(told.group(1)) if told else -1
        check('%s, %d pixels%s' % (name, width, ' with large text' if style else ''),
              [] if 0 < wide <= width else ['it is %d wide' % wide])


# ——— What it says when ———

def shown(page):
    return re.search(r'<body>(.*)<script>', page, re.S).group(1)


def judge_today(page):
    write('page.html', page)
    problems = []
    heartbeat(0)
    fresh = shown(dump(BASE + 'page.html'))
    if not re.search(r'<section class="today">', fresh) or '>i dag<' not in fresh or '>i morgen<' not in fresh:
        problems.append('with a fresh heartbeat it does not mark today: does its own policy let its script run?')
    heartbeat(27)
    stale = shown(dump(BASE + 'page.html'))
    if '>i dag<' in stale or 'Ring til huset.</p>' not in stale:
        problems.append('after 27 hours it says today, or does not say to ring')
    os.remove(os.path.join(FOLDER, 'stafet-heartbeat.json'))
    alone = shown(dump(BASE + 'page.html'))
    if '>i dag<' in alone or 'Ring til huset.</p>' in alone:
        problems.append('without a heartbeat it says what nobody told it')
    check('today is marked only while the plan is confirmed', problems)
    heartbeat(0)
    write('still.html', re.sub('<script>.*</script>', '<script></script>', page, flags=re.S))
    still = shown(dump(BASE + 'still.html'))
    missing = [word for word in ('Opdateret', 'ring til huset, hvis datoen er gammel') if word not in still]
    if '>i dag<' in still or 'class="fresh' in still:
        missing.append('something that only a script may say')
    check('without scripts it is complete', ['it lacks or has: ' + word for word in missing])


# ——— The page for every member of staff ———

def judge_smith(page):
    judge_rules('netvaerkssmed', page)
    judge_reflow('netvaerkssmed', page)
    asked = page.replace('</body>', """<script>
      document.getElementById('what').value = 'vil gerne synge';
      document.getElementById('where').value = '8000';
      document.querySelector('#wish details').open = true;
      document.getElementById('wish').dispatchEvent(new Event('input', {bubbles: true}));</script></body>""")
    judge_rules('netvaerkssmed, asked', asked)
    write('page.html', re.sub('script-src [^;]*;', "script-src 'unsafe-inline';", asked))
    told = shown(dump(BASE + 'page.html'))
    first = re.search('<ol id="matches"><li><h3>([^<]*)', told)
    check('netvaerkssmed answers', [] if first and first.group(1) == 'Morgensang' else [str(first and first.group(1))])
    write('page.html', page)
    check('netvaerkssmed runs under its own policy', [] if '<ol id="matches"><li>' in shown(dump(BASE + 'page.html'))
          else ['it does not'])
    write('still.html', re.sub('<script>.*</script>', '<script></script>', page, flags=re.S))
    still = shown(dump(BASE + 'still.html'))
    check('netvaerkssmed without scripts is a directory', [] if '<summary>' in still and 'tel:' in still else ['it is not'])


with tempfile.TemporaryDirectory() as WORK:
    STORE, FOLDER, PROFILE = (os.path.join(WORK, name) for name in ('stafet.db', 'pages', 'profile'))
    os.mkdir(FOLDER)
    BASE = serve_folder(FOLDER)
    ctl('init', '--example', 'house')
    listed = subprocess.run([CTL, '--store', STORE, 'feeds', '--format', 'json'], stdout=subprocess.PIPE, check=True)
    server = subprocess.Popen([CTL, '--store', STORE, 'serve'], stdout=subprocess.PIPE)
    address = re.search('http://[^ ]*/', server.stdout.readline().decode()).group()
    for feed in json.loads(listed.stdout):
        text = fetch(address + feed['token'] + '.html')
        judge_rules(feed['name'], text)
        judge_reflow(feed['name'], text)
    judge_smith(fetch(address + 'netvaerkssmed.html'))
    judge_the_judge(text)
    judge_today(text)
    server.terminate()
    server.wait()
    shutil.rmtree(PROFILE, ignore_errors=True)
print('%d of the judgements are not good' % failed if failed else 'All pages are good.')
sys.exit(1 if failed else 0)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A citizen who looks for a community, in the real window: what fits is found while it is said, and the baton is passed on,
taken up where it was dropped, and asked about when it has been carried to its end."""
import re

import stafet_story
from stafet_story import App, Store, wait

WISH, PERSON = 'Hvad har du lyst til?', 'Navn og telefon'


def enquiries(store):
    return {one['title']: one for one in store.json('list', 'enquiry')}


def job_9_a_citizen_wants_a_walking_companion():
    store = Store()
    app = App(store)
    app.counts(6)
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'vil gerne ud at gå om formiddagen')
    app.says('Passer godt · bedst øverst, med grunde')
    app.click(app.one('check-box', re.compile('^Siger ja til at blive kontaktet')))
    app.fill(app.one('text', PERSON), 'Gerda Lund, 13 57 24 68')
    app.click(app.one('push-button', 'Gåmakker søges: Vælg'))
    app.says(re.compile('^Gåmakker søges'))
    app.click(app.one('push-button', 'Henrik Bay: Giv videre hertil'))
    # She has it: nothing is left to be left undone.
    app.says('Henrik Bay har stafetten nu. Send teksten med')
    app.gone('push-button', 'Gør ingenting')
    text = app.one('text', 'Teksten, der følger med')
    wait('the text names her', lambda: 'Gerda Lund' in text.text() and '13 57 24 68' in text.text())
    kept = enquiries(store)['vil gerne ud at gå om formiddagen']
    assert kept['name'] == 'Gerda Lund' and kept['phone'] == '13572468' and kept['consent'] == '2026-11-24', kept
    assert kept['contact'] != '' and kept['holder'] == '' and kept['next_step'] == 'Kontakt borgeren', kept
    assert kept['chosen'].startswith('Gåmakker søges') and kept['matched'] == '2026-11-24', kept
    app.close()


def a_look_up_leaves_nothing_behind():
    store = Store()
    before = store.good('history', '--limit', '1')
    app = App(store)
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'min mor savner nogen at spille kort med i Viby')
    app.one('push-button', 'Fjerde mand til kort: Vælg')
    app.key('ctrl+1')
    # What was typed is there when one comes back, and in no file.
    app.key('ctrl+e')
    wait('it is there', lambda: app.one('text', WISH).text().startswith('min mor'))
    app.says('Du fortsætter, hvor du slap.')
    app.click(app.one('push-button', 'Begynd forfra'))
    app.gone('label', 'Du fortsætter, hvor du slap.')
    assert app.one('text', WISH).text() == ''
    assert store.good('history', '--limit', '1') == before
    app.close()


def somebody_new_is_never_written_over_somebody_else():
    store = Store()
    app = App(store)
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.one('push-button', 'Henrik Bay: Giv videre hertil')
    # The keyboard is at what comes next, and not in her words.
    wait('the baton has the keyboard', lambda: app.focused() is not None and app.focused().role == 'push-button')
    app.key('ctrl+e')
    wait('it is empty', lambda: app.one('text', WISH).text() == '')
    app.keys('vil spille kort')
    wait('it is typed', lambda: app.one('text', WISH).text() == 'vil spille kort')
    assert 'kort' not in enquiries(store)['Gåmakker til Gerda']['wish']
    app.close()


def a_place_in_words_counts_like_a_postcode():
    store = Store()
    app = App(store)
    app.key('ctrl+e')
    where = app.one('text', 'Hvor? Hjemmets postnummer eller bydel')
    app.fill(where, 'Viby')
    app.says('8260 Viby J')
    app.fill(where, 'Langtbortistan')
    app.says('Det sted kender Stafet ikke: afstandene er regnet fra huset.')
    app.fill(where, 'Viby')
    app.fill(app.one('text', WISH), 'vil gerne spille kort')
    app.click(app.one('push-button', 'Gem henvendelsen'))
    kept = wait('it is kept', lambda: enquiries(store).get('vil gerne spille kort'))
    assert kept['postcode'] == '8260', kept
    app.key('F2')
    app.fill(app.one('text', re.compile('^Borgerens postnummer eller bydel')), 'Viby')
    app.says(re.compile('^Viby J'))
    app.close()


def who_withdraws_is_forgotten():
    store = Store()
    app = App(store)
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.click(app.one('check-box', re.compile('^Siger ja til at blive kontaktet')))
    app.says('Uden det gemmes hverken navn eller telefon.')
    wait('it is saved', lambda: enquiries(store)['Gåmakker til Gerda']['name'] == '')
    assert enquiries(store)['Gåmakker til Gerda']['consent'] == ''
    app.close()


def what_is_written_is_saved_beside_what_is_not_understood():
    store = Store()
    app = App(store)
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.fill(app.one('text', 'Hvad må det koste, i kroner?'), 'ikke ret meget')
    app.fill(app.one('text', WISH), 'Vil gerne gå langs havet')
    app.key('ctrl+1')
    wait('the wish is kept', lambda: enquiries(store)['Gåmakker til Gerda']['wish'] == 'Vil gerne gå langs havet')
    assert enquiries(store)['Gåmakker til Gerda']['price'] == 50
    app.close()


def a_dropped_baton_stands_on_today_until_somebody_takes_it():
    store = Store()
    store.good('edit', 'Vil gerne lære at spille whist', '--set', 'holder=', '--set', 'next_on=')
    app = App(store)
    app.says('Stafetten er tabt: Vil gerne lære at spille whist')
    app.click(app.one('push-button', re.compile('^Åbn: Stafetten er tabt')))
    app.click(app.one('push-button', 'Stafetten: Jeg tager den'))
    wait('somebody has it', lambda: enquiries(store)['Vil gerne lære at spille whist']['holder'] != '')
    app.key('ctrl+1')
    app.gone('label', 'Stafetten er tabt: Vil gerne lære at spille whist')
    app.close()


def it_is_asked_how_it_goes():
    store = Store()
    store.good('edit', 'Gåmakker til Gerda', '--set', 'matched=2026-11-17', '--set', 'chosen=Gåtur', '--set', 'next_on=', '--set',
               'next_step=')
    app = App(store)
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.click(app.one('push-button', 'Hvordan gik det efter 1 uge?: kommer'))
    wait('it is told', lambda: enquiries(store)['Gåmakker til Gerda']['after_1'] == 'came')
    app.click(app.one('push-button', 'Gåtur: Første gang sammen …'))
    app.fill(app.one('text', 'Følger med første gang'), 'Karen Holm')
    app.fill(app.one('text', 'Første gang er den'), 'i morgen')
    app.click(app.one('push-button', 'Gem'))
    app.says(re.compile('^Karen Holm følger med første gang, onsdag den 25. november'))
    app.close()


def the_window_closes_with_the_keyboard_at_the_side():
    app = App(Store())
    app.key('ctrl+6')

    def at_the_side():
        app.key('Tab')
        focus = app.focused()
        return focus is not None and focus.name in ('Henvendelser', 'Uge', 'Netværk')
    wait('the keyboard is there', at_the_side)
    app.close()


def whom_to_ring_is_one_key_away():
    store = Store()
    app = App(store)
    app.counts(1)
    app.key('F2')
    app.says('Folkehuset Møllestien · Område Midt')
    app.says(re.compile('^Henrik Bay, frivilligkonsulent'))
    app.close()


def a_notice_is_put_up_and_found():
    store = Store()
    app = App(store)
    app.key('ctrl+7')
    app.click(app.one('push-button', 'Nyt opslag …'))
    app.fill(app.one('text', 'Titel'), 'Skakmakker søges')
    app.click(app.one('push-button', 'Gem'))
    app.one('push-button', 'Skakmakker søges: Kopiér teksten')
    kept = next(one for one in store.json('list', 'notice') if one['title'] == 'Skakmakker søges')
    assert (kept['posted'], kept['until']) == ('2026-11-24', '2026-12-24'), kept
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'vil spille skak')
    app.one('push-button', 'Skakmakker søges: Vælg')
    app.close()


def an_offer_is_checked_and_a_row_of_words_changed():
    store = Store()
    store.good('edit', 'Flyttehjælp', '--set', 'checked=2024-01-01')
    app = App(store)
    app.key('ctrl+7')
    app.click(app.one('push-button', 'Foreninger'))
    app.says('kan være forældet')
    app.click(app.one('push-button', 'Flyttehjælp: Tjekket i dag'))
    app.gone('label', 'kan være forældet')
    app.click(app.one('push-button', 'Ord'))
    app.click(app.one('push-button', 'krolf: Ret …'))
    app.fill(app.one('text', 'Ord, der betyder det samme'), 'krolf, køllespil')
    app.click(app.one('push-button', 'Gem'))
    wait('the row is kept', lambda: [one['words'] for one in store.json('list', 'synonym')] == ['krolf, køllespil'])
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'køllespil')
    app.one('push-button', 'Krolf: Vælg')
    app.close()


stafet_story.require_display()
stafet_story.run('stories', stafet_story.cases_of(globals(), 'enquiries'))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A citizen who looks for a community, in the real window: what fits is found while it is said, and the baton is passed on,
taken up where it was dropped, and asked about when it has been carried to its end."""
import re
import time

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


def gerda(app):
    app.key('ctrl+6')
    app.click(app.one('push-button', 'Gåmakker til Gerda: Åbn …'))
    app.one('push-button', 'Henrik Bay: Giv videre hertil')


def the_text_that_goes_along_is_what_was_just_written():
    app = App(Store())
    gerda(app)
    app.fill(app.one('text', PERSON), 'Gerda Lund, 13 57 24 68')
    app.click(app.one('push-button', 'Henrik Bay: Giv videre hertil'))
    text = app.one('text', 'Teksten, der følger med')
    wait('it has the new number', lambda: '13 57 24 68' in text.text() and '14 35 79 59' not in text.text())
    app.close()


def who_has_withdrawn_is_in_no_text():
    app = App(Store())
    gerda(app)
    app.click(app.one('check-box', re.compile('^Siger ja til at blive kontaktet')))
    app.click(app.one('push-button', 'Henrik Bay: Giv videre hertil'))
    text = app.one('text', 'Teksten, der følger med')
    wait('nobody is named', lambda: 'Gerda' not in text.text() and '14 35 79 59' not in text.text())
    assert 'vi må ikke kontakte nogen' in text.text(), text.text()
    app.close()


def a_slip_of_the_hand_forgets_nobody():
    store = Store()
    app = App(store)
    gerda(app)
    tick = app.one('check-box', re.compile('^Siger ja til at blive kontaktet'))
    app.click(tick)
    app.gone('text', PERSON)
    app.click(tick)
    wait('the name is there', lambda: app.one('text', PERSON).text() == 'Gerda, 14 35 79 59')
    app.key('ctrl+1')
    kept = enquiries(store)['Gåmakker til Gerda']
    assert (kept['name'], kept['phone'], kept['consent']) == ('Gerda', '14357959', '2026-11-23'), kept
    app.close()


def what_is_emptied_is_empty():
    store = Store()
    store.good('edit', 'Gåmakker til Gerda', '--set', 'consent_words=Ring gerne')
    app = App(store)
    gerda(app)
    app.type(app.one('text', 'Hvad må det koste, i kroner?'), '')
    app.type(app.one('text', 'Hvor? Hjemmets postnummer eller bydel'), '')
    app.click(app.one('check-box', re.compile('^Siger ja til at blive kontaktet')))
    app.key('ctrl+1')
    kept = wait('it is saved', lambda: [one for one in [enquiries(store)['Gåmakker til Gerda']] if not one['name']])[0]
    assert (kept['price'], kept['postcode'], kept['consent_words'], kept['phone']) in (
        ('', '', '', ''), (None, '', '', '')), kept
    app.close()


def what_others_write_meanwhile_stays():
    store = Store()
    app = App(store)
    gerda(app)
    store.good('edit', 'Gåmakker til Gerda', '--set', 'wish=Vil gerne ud at sejle')
    wait('it is shown', lambda: app.one('text', WISH).text() == 'Vil gerne ud at sejle')
    app.fill(app.one('text', 'Hvor? Hjemmets postnummer eller bydel'), '8240')
    app.key('ctrl+1')
    kept = wait('it is saved', lambda: [one for one in [enquiries(store)['Gåmakker til Gerda']] if one['postcode'] == '8240'])
    assert kept[0]['wish'] == 'Vil gerne ud at sejle', kept
    # What is taken back is taken back in the form as well.
    gerda(app)
    app.click(app.one('push-button', 'Aften'))
    wait('it is saved', lambda: 'aften' in enquiries(store)['Gåmakker til Gerda']['times'])
    app.click(app.one('push-button', 'Næste skridt: Ret …'))
    # Before it is there Escape leads back.
    app.one('text', 'Næste skridt')
    app.key('Escape')
    app.gone('text', 'Næste skridt')
    store.good('undo')
    wait('it is let go', lambda: not {'pressed', 'checked'} & app.one('push-button', 'Aften').states)
    app.close()


def words_that_were_typed_are_not_cut_by_those_that_are_pressed():
    app = App(Store())
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'vil gerne ud at gå ture i skoven')
    app.click(app.one('push-button', 'motion'))
    wait('both are there', lambda: app.one('text', WISH).text() == 'vil gerne ud at gå ture i skoven, motion')
    app.click(app.one('push-button', 'gå ture'))
    wait('it is let go', lambda: app.one('text', WISH).text() == 'vil gerne ud at i skoven, motion')
    app.close()


def a_slip_in_the_date_erases_nothing():
    store = Store()
    app = App(store)
    gerda(app)
    app.fill(app.one('text', 'Slettes den'), '24/11')
    app.says('Den dag er her allerede. Skriv en senere.')
    app.key('ctrl+1')
    assert enquiries(store)['Gåmakker til Gerda']['delete_on'] > '2026-12', enquiries(store)
    app.close()


def what_cannot_be_saved_waits_for_whoever_comes_back():
    store = Store()
    app = App(store)
    gerda(app)
    app.fill(app.one('text', WISH), 'Vil gerne ud, ring til 010190-1234 først')
    app.says(re.compile('CPR'))
    app.key('ctrl+1')
    app.says('Det, der er galt i henvendelsen, er ikke gemt. Det står der, når du åbner den igen.')
    # Others may write in it meanwhile, also in the same field.
    store.good('edit', 'Gåmakker til Gerda', '--set', 'next_step=Ring fredag', '--set', 'wish=Vil gerne i skoven')
    gerda(app)
    wait('it is there', lambda: app.one('text', WISH).text() == 'Vil gerne ud, ring til 010190-1234 først')
    app.says(re.compile('CPR.*Nogen har skrevet her imens: »Vil gerne i skoven«'))
    # The program does not end over it without a word.
    app.key('ctrl+q')
    app.says(re.compile('^Det, der er galt i en henvendelse, er ikke gemt og forsvinder'))
    # Nor over something else later on.
    app.fill(app.one('text', WISH), 'Vil gerne ud, ring til 010190-1235 først')
    app.key('ctrl+q')
    app.says(re.compile('^Det, der er galt i en henvendelse, er ikke gemt og forsvinder'))
    assert app.process.poll() is None
    app.fill(app.one('text', WISH), 'Vil gerne ud, ring først')
    app.key('ctrl+1')
    wait('it is saved', lambda: enquiries(store)['Gåmakker til Gerda']['wish'] == 'Vil gerne ud, ring først')
    assert enquiries(store)['Gåmakker til Gerda']['next_step'] == 'Ring fredag'
    gerda(app)
    wait('it is shown', lambda: app.one('text', WISH).text() == 'Vil gerne ud, ring først')
    app.close()
    with open(store.path, 'rb') as file:
        assert b'010190' not in file.read()


def a_slip_keeps_nothing_else_from_being_saved():
    """Nor from being withdrawn, here or elsewhere."""
    store = Store()
    app = App(store)
    gerda(app)
    app.fill(app.one('text', WISH), 'Vil gerne ud at gå, ring til 010190-1234 først')
    app.click(app.one('check-box', re.compile('^Siger ja til at blive kontaktet')))
    app.fill(app.one('text', 'Hvad må det koste, i kroner?'), '1.200 kr.')
    app.click(app.one('push-button', 'Gåmakker søges: Vælg'))
    kept = wait('it is saved', lambda: [one for one in [enquiries(store)['Gåmakker til Gerda']] if one['price'] == 1200])[0]
    assert kept['consent'] == '' and kept['phone'] == '' and 'ring' not in kept['wish'], kept
    app.close()
    store = Store()
    app = App(store)
    gerda(app)
    app.fill(app.one('text', WISH), 'Vil gerne ud at gå, ring til 010190-1234 først')
    app.says(re.compile('CPR'))
    time.sleep(3.5)
    store.good('edit', 'Gåmakker til Gerda', '--set', 'consent=', '--set', 'name=', '--set', 'phone=', '--set', 'consent_words=')
    tick = app.one('check-box', re.compile('^Siger ja til at blive kontaktet'))
    wait('the tick is gone', lambda: 'checked' not in app.one('check-box', tick.name).states)
    wait('the slip is there', lambda: '010190' in app.one('text', WISH).text())
    app.fill(app.one('text', WISH), 'Vil gerne ud at gå')
    app.key('ctrl+1')
    kept = wait('it is saved', lambda: [one for one in [enquiries(store)['Gåmakker til Gerda']] if one['wish'] == 'Vil gerne ud at gå'])[0]
    assert kept['consent'] == '' and kept['consent_to'] == '' and kept['name'] == '', kept
    app.close()


def a_look_up_that_one_comes_back_to_is_whole():
    app = App(Store())
    answers = ('Aften', 'Kommer selv', 'Ja, gerne')

    def are_pressed():
        for answer in answers:
            wait(answer + ' is pressed', lambda: 'pressed' in app.one('push-button', answer).states)

    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'vil gerne spille kort')
    for answer in answers:
        app.click(app.one('push-button', answer))
    are_pressed()
    app.key('ctrl+1')
    app.key('ctrl+e')
    app.says('Du fortsætter, hvor du slap.')
    are_pressed()
    app.close()


def escape_does_not_drop_what_was_written():
    store = Store()
    app = App(store)
    gerda(app)
    app.click(app.one('push-button', 'Næste skridt: Ret …'))
    step = app.one('text', 'Næste skridt')
    app.fill(step, 'Ringe og høre, om hun har lyst til at gå med på torsdag')
    app.key('Escape')
    app.says('Det, du har skrevet, er ikke gemt endnu. Tryk Escape igen for at lukke alligevel.')
    app.key('Escape')
    app.gone('text', 'Næste skridt')
    # Who says that nothing is to be done is not asked.
    app.click(app.one('push-button', 'Næste skridt: Ret …'))
    app.fill(app.one('text', 'Næste skridt'), 'Ringe og høre, om hun har lyst til at gå med på torsdag')
    app.click(app.one('push-button', 'Gør ingenting'))
    app.gone('text', 'Næste skridt')
    assert enquiries(store)['Gåmakker til Gerda']['next_step'] != 'Ringe og høre, om hun har lyst til at gå med på torsdag'
    app.close()


def what_was_kept_is_not_undone_away():
    app = App(Store())
    gerda(app)
    wish = app.one('text', WISH)
    words = wish.text()
    app.point(wish)
    app.key('ctrl+z')
    app.key('End')
    app.keys(' x')
    wait('it is typed', lambda: wish.text() == words + ' x')
    app.close()


def a_holder_is_checked_like_all_that_is_written():
    app = App(Store())
    gerda(app)
    app.click(app.one('push-button', 'Stafetten: Giv videre …'))
    app.click(app.one('combo-box', 'Til hvem').find('push-button')[0])
    app.click(app.one('list-item', re.compile('^En anden|^Nogen anden')))
    app.fill(app.one('text', 'Navn eller sted'), 'Ane 010190-1234')
    app.click(app.one('push-button', re.compile('^Giv videre$|^_Giv videre')))
    app.says(re.compile('CPR'))
    app.close()


def a_long_word_makes_no_window_wider():
    store = Store()
    store.good('edit', 'Gåmakker til Gerda', '--set', 'next_step=https://langt.example/' + 300 * 'a')
    app = App(store)
    for key in ('ctrl+1', 'ctrl+6'):
        app.key(key)
        wait('it is there', lambda: [one for one in app.all('label') if 'langt.example' in one.name])
        assert app.active().extents()[2] <= 1600, app.active().extents()
    app.close()


def a_new_house_says_what_will_stand_there():
    store = Store(filled=False)
    store.good('init')
    store.good('add', 'house', '--set', 'name=Lokalcenter Dalgas', '--set', 'kind=community')
    app = App(store, size=(500, 900))
    app.key('ctrl+e')
    app.says(re.compile('^Her er endnu intet at foreslå'))
    app.close()


def what_is_chosen_beside_a_wrong_field_is_not_chosen_later():
    store = Store()
    app = App(store)
    app.key('ctrl+e')
    app.fill(app.one('text', WISH), 'vil gerne ud at gå')
    app.fill(app.one('text', 'Hvad må det koste, i kroner?'), 'ikke meget')
    # What fits is found anew while the field is left.
    app.key('Tab')
    app.says(re.compile('kan ikke være »ikke meget«'))
    app.click(app.one('push-button', 'Gåmakker søges: Vælg'))
    wait('the field has the keyboard', lambda: 'kroner' in app.focused().name)
    app.fill(app.one('text', 'Hvad må det koste, i kroner?'), '50')
    app.click(app.one('push-button', 'Gem henvendelsen'))
    kept = wait('it is kept', lambda: enquiries(store).get('vil gerne ud at gå'))
    assert kept['chosen'] == '', kept
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
stafet_story.run('stories', stafet_story.cases_of(globals(), 'enquiries', 'gerda'))

"""The word lists of the rules that find who speaks and who is asked."""

from __future__ import annotations

from notulist.components.words import word_set

# Heading words that say nothing of who acts; a colon follows.
LABELS = word_set(
    """
    afspraak afspraken besluit besluiten actie actiepunt actiepunten conclusie verzoek vraag
    suggestie reactie antwoord toelichting mededeling opmerking nb aandachtspunt voorstel
    advies zorg zorgen kritiek terugkoppeling stand
    """
)
# Nouns behind which the one who performs the act stands: "Kritiek van IPO", "Suggestie JenV".
ACTS = word_set(
    """
    suggestie kritiek aandacht verzoek vraag vragen oproep zorg zorgen reactie toelichting
    opmerking opmerkingen aandachtspunt pleidooi mededeling wens voorstel antwoord
    waarschuwing bezwaar bezwaren voorbehoud terugkoppeling presentatie inbreng signaal
    compliment dank advies uitleg melding stemverklaring antw actiepunt tip
    klacht bedenkingen tegenvoorstel alternatief zienswijze bij namens vanuit volgens aldus voor
    """
)
# Between such a noun and the party.
BY = word_set("van vanuit door namens uit bij")
# Before a party, without meaning here; offices among them, since "Minister van VWS" is VWS.
ARTICLES = word_set(
    """
    de het een dhr mevr mw heer mevrouw meneer ook . van der den ter te delegatie lid leden
    vertegenwoordiger directeur fractie raad college bureau bestuur voorzitter wethouder
    minister ministers voor staatssecretaris gedeputeerde burgemeester heemraad bewindspersoon sg dg
    collega drs mr ir ing dr prof ten kolonel vertegenwoordigster
    """
)
# Before a person's name.
TITLES = word_set("dhr dhr. mevr mevr. mw mw. heer mevrouw meneer collega")
# Offices that a person's name may follow.
OFFICES = word_set(
    """
    minister staatssecretaris gedeputeerde burgemeester wethouder heemraad dijkgraaf weth. weth
    portefeuillehouder gezaghebber voorzitter secretaris directeur
    """
)
# Between parties that act together.
JOINS = word_set(", en / & + alsmede evenals - – als zowel")
# Between a party and its verb.
ADVERBS = word_set("ook zelf echter daarop daarom nogmaals tevens vervolgens en leden")
# "Daarover is IPO teleurgesteld".
FEELINGS = word_set(
    """
    akkoord eens oneens kritisch bang bezorgd teleurgesteld ongelukkig ontevreden tevreden positief
    negatief sceptisch verbaasd verheugd boos ontstemd benieuwd voorstander tegenstander
    terughoudend verhinderd afgemeld blij tegen bereid gerust verontrust
    """
)
# What stands for a verb in a telegram: "TO-leden akkoord".
VERDICTS = FEELINGS | word_set("niet nog geen bezig afwezig aanwezig")
# Nouns of what somebody thinks or says, with who behind "van".
OPINIONS = word_set(
    """
    mening ogen oordeel opvatting visie indruk antwoord vraag reactie wens verzoek voorstel kritiek
    bezwaar suggestie zorg samenvatting verbazing ergernis genoegen voorkeur ongenoegen klacht
    tevredenheid opluchting inschatting standpunt zijde tekstvoorstel amendement pleidooi oproep
    bedenkingen bezwaren tegenzin teleurstelling ervaring lezing inbreng overtuiging verwachting
    stelling analyse
    """
)
# Nouns of what somebody puts forward, who stands right behind: "suggestie NBBU".
PROPOSALS = word_set(
    "suggestie waarschuwing verzoek oproep voorstel pleidooi wens reactie antw bezwaar klacht"
)
# Verbs that only help another: with them "…, is VNG" says nothing of who speaks.
AUXILIARIES = word_set(
    """
    is zijn was waren heeft hebben had hadden kan kunnen kon konden moet moeten moest moesten
    zal zullen zou zouden wil willen gaat gaan mag mogen laat laten doet doen
    """
)
# Verbs whose object is asked: "vraagt JenV om", "roept gemeenten op".
ASKING = word_set(
    """
    vraagt vragen vroeg vroegen verzoekt verzoeken verzocht verzochten roept roepen riep
    riepen adviseert adviseren nodigt nodigen herinnert herinneren daagt dagen spoort sporen
    maant attendeert waarschuwt verzocht gevraagd bevraagt dringt pleit pleiten bepleit
    wijst wijzen vragen nodigde nodigden maande maanden daagde daagden spoorde spoorden
    herinnerde herinnerden adviseerde adviseerden bepleitte
    """
)
# What is put to a party that comes first: "Aan JenV het verzoek".
PUT = word_set(
    """
    meegegeven gevraagd verzocht gericht verzoek vraag oproep opdracht advies suggestie overgebracht
    aangeboden voorgelegd
    """
)
# "aan JenV", "richting Rijk": who is asked, behind a verb or noun of asking.
TOWARDS = word_set("aan richting jegens")
# "dringt bij X aan", "pleit bij X": "bij" only right behind these.
URGING = word_set("dringt dringen drong pleit pleiten pleitte")
# "wil van JenV weten", "hoort graag van VWS".
WANTING = word_set("wil willen hoort horen verwacht verwachten zou ontvangt ontvangen")
# What a question to a party begins with: "Kan JenV …?", "Laat gemeenten …".
QUESTION = word_set("kan kunnen kon konden wil willen zou zouden mag laat gaat heeft is zijn")
# Nouns of asking, with who is asked behind them: "verzoek aan JenV".
ASKING_NOUNS = word_set("verzoek vraag vragen oproep suggestie advies taak opdracht signaal")
# What a question or wish begins with; its subject is asked.
THAT = word_set("dat of wat hoe wanneer waarom welke wie waar")
WISHES = word_set(
    """
    vraagt vragen vroeg wil willen wilde zou zouden graag verzoekt verzoeken pleit pleiten
    dringt roept verwacht wenst weten vernemen horen
    """
)
PASSIVE = word_set("wordt worden werd werden is zijn")
# What follows a party at the head and looks like a verb but is none.
NO_VERBS = word_set(
    """
    met uit niet het dat wat wordt worden werd werden moet moeten dient dienen met tot
    binnen buiten tussen boven beneden sinds omtrent conform inzake punt punten zonder samen
    eind leden heden morgen waarde beide diverse hierbij daarin kosten projecten partijen
    breed via gemeenten teneinde omdat want maart augustus oktober laten de te ten acht niet
    """
)
# Right before "van JenV" where something is wanted of JenV.
FREE = word_set("wil willen hoort horen graag wit verwacht verwachten ontvangt ontvangen")
# Endings that most finite verbs have.
VERBAL = ("t", "en", "de", "te")
# Signs that a party asks something, so that what follows may be an answer.
ASKS = WISHES | ASKING | frozenset({"?"})
# Words for putting something to somebody, and what stands before who that is.
SUBMITTING = {
    **dict.fromkeys(("voorgelegd", "voorleggen", "goedkeuring", "aangeboden"), ("aan", "bij")),
    **dict.fromkeys(("ingebracht", "inbrengen"), ("in", "bij")),
    **dict.fromkeys(("contact", "afstemmen", "stemmen", "bespreken", "besproken"), ("met",)),
    **dict.fromkeys(("consulteren", "consultatie", "navraag", "nagaan", "navragen"), ("bij",)),
    **dict.fromkeys(("vraagt", "vragen", "dringt", "dringen", "drong"), ("bij",)),
    **dict.fromkeys(("delen", "gedeeld"), ("met",)),
    "beroep": ("op",),
}
# Infinitives of what is to be done with the party before them.
APPROACHING = word_set("benaderen informeren uitnodigen bellen raadplegen consulteren bevragen")
# Behind "acht" where it is a verb: "acht dit te laat".
JUDGED = word_set("het de dit dat een deze die zich")
# Before a party that the sentence says something with, not of: "met de sleutel van BZK".
PREPOSITIONS = word_set(
    "van aan bij met door over voor naar in op uit tussen tot binnen vanuit richting tegen"
)

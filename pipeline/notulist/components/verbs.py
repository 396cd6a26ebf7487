"""Verbs that Dutch minutes report an act with, as the forms in which they stand there."""

from __future__ import annotations

from notulist.components.words import word_set

# Each verb's present singular and plural, past singular and plural, as far as minutes use them.
_FORMS = """
vraagt vragen vroeg vroegen vraag | verzoekt verzoeken verzocht verzochten
stelt stellen stelde stelden
geeft geven gaf gaven | zegt zeggen zei zeiden | meldt melden meldde meldden
licht lichten lichtte lichtten | benoemt benoemen benoemde benoemden
benadrukt benadrukken benadrukte benadrukten | pleit pleiten pleitte pleitten
roept roepen riep riepen | maakt maken maakte maakten | wijst wijzen wees wezen
ziet zien zag zagen | vindt vinden vond vonden | wil willen wilde wilden wou
zou zouden | antwoordt antwoorden antwoordde antwoordden | reageert reageren reageerde reageerden
merkt merken merkte merkten | doet doen deed deden | gaat gaan ging gingen
constateert constateren constateerde constateerden | concludeert concluderen concludeerde
signaleert signaleren signaleerde signaleerden | onderschrijft onderschrijven onderschreef
steunt steunen steunde steunden | betwijfelt betwijfelen betwijfelde | twijfelt twijfelen twijfelde
vreest vrezen vreesde vreesden | waarschuwt waarschuwen waarschuwde waarschuwden
mist missen miste misten | spreekt spreken sprak spraken | brengt brengen bracht brachten
neemt nemen nam namen | deelt delen deelde deelden | dringt dringen drong drongen
bepleit bepleiten bepleitte | suggereert suggereren suggereerde | adviseert adviseren adviseerde
begrijpt begrijpen begreep begrepen | herkent herkennen herkende herkenden
erkent erkennen erkende erkenden | bevestigt bevestigen bevestigde | bericht berichten berichtte
verwacht verwachten verwachtte verwachtten | voorziet voorzien voorzag | hecht hechten hechtte
houdt houden hield hielden | blijft blijven bleef bleven | komt komen kwam kwamen
heeft hebben had hadden | is zijn was waren | kan kunnen kon konden | moet moeten moest moesten
zal zullen | wenst wensen wenste wensten | hoopt hopen hoopte hoopten | denkt denken dacht dachten
presenteert presenteren presenteerde | rapporteert rapporteren rapporteerde
informeert informeren informeerde | vertelt vertellen vertelde | legt leggen legde legden
opent openen opende | sluit sluiten sloot sloten | heet heette | bedankt bedanken bedankte
dankt danken dankte | complimenteert complimenteren | werkt werken werkte werkten
levert leveren leverde leverden | stuurt sturen stuurde stuurden | zet zetten zette
organiseert organiseren organiseerde | regelt regelen regelde | zorgt zorgen zorgde zorgden
onderzoekt onderzoeken onderzocht | schrijft schrijven schreef schreven | pakt pakken pakte
bereidt bereiden bereidde | start starten startte | betaalt betalen betaalde | krijgt krijgen kreeg
accepteert accepteren accepteerde | weigert weigeren weigerde | stemt stemmen stemde stemden
verzet verzetten | protesteert protesteren | bestrijdt bestrijden | betreurt betreuren betreurde
mag mogen mocht mochten | hoort horen hoorde | leest lezen las lazen | rekent rekenen rekende
noemt noemen noemde noemden | toont tonen toonde | schetst schetsen schetste | staat staan stond
overweegt overwegen overwoog | voert voeren voerde | verklaart verklaren verklaarde
vervolgt vervolgen vervolgde | vult vullen vulde | herhaalt herhalen herhaalde
herinnert herinneren herinnerde | kondigt kondigen kondigde | treedt treden trad | laat laten liet
draagt dragen droeg | biedt bieden bood | bekijkt bekijken bekeek | controleert controleren
verwijst verwijzen verwees | waardeert waarderen waardeerde | wacht wachten wachtte
weet weten wist wisten | loopt lopen liep | bestaat bestaan bestond | schuift schuiven schoof
aarzelt aarzelen aarzelde | stoort storen stoorde | plaatst plaatsen plaatste | trekt trekken trok
beschouwt beschouwen beschouwde | acht achten achtte | ervaart ervaren ervoer | voelt voelen voelde
vermoedt vermoeden vermoedde | beklemtoont beklemtonen | onderstreept onderstrepen onderstreepte
introduceert introduceren | toetst toetsen toetste | checkt checken checkte | mailt mailen mailde
bezorgt bezorgen | belooft beloven beloofde | zoekt zoeken zocht zochten | verlangt verlangen
betoogt betogen betoogde | meent menen meende | repliceert repliceren | verzekert verzekeren
beaamt beamen beaamde | oppert opperen opperde | verzucht verzuchten | bromt bromde
mompelt mompelde | klaagt klagen klaagde | ontvangt ontvangen ontving | gebruikt gebruiken gebruikte
rondt ronden rondde | bouwt bouwen bouwde | test testen testte | stopt stoppen stopte | past passen
haalt halen haalde haalden | voegt voegen voegde | slaat slaan sloeg | overloopt overlopen overliep
beseft beseffen besefte | mikt mikken | trekt trekken
""".replace("|", " ")

REPORTING: frozenset[str] = word_set(_FORMS)
"""Forms that, right behind a party at the head of a bullet, make it the one who speaks or acts."""

SAYING: frozenset[str] = word_set(
    """
    zegt zeggen zei zeiden meldt melden meldde antwoordt antwoorden antwoordde vraagt vragen
    vroeg vroegen stelt stellen stelde stelden vindt vinden vond merkt merkte oppert opperen
    opperde aldus bericht berichten berichtte waarschuwt waarschuwde benadrukt benadrukte
    geeft gaf vervolgt concludeert concludeerde verzoekt verzoeken suggereert constateert
    bepleit pleit reageert reageerde noemt noemde wijst wees draagt droeg rekent vreest
    betoogt betoogde meent beaamt repliceert verzekert verzucht mompelt bromt ziet erkent herhaalt
    vrezen vermoedt voorspelt denkt bevestigt vult verklaart klaagt
    """
)
"""Forms that may stand before the speaker: "zo vraagt de VNG", "stelt het VB"."""

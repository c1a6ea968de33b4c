"""Common misspellings, and British spellings. Invariant: no misspelling is a correct word."""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.words import split_words

_LINES = """
accidentally accidentaly
accommodate accomodate acommodate
achieve acheive
across accross
address adress addres
afraid affraid
although allthough altough
always allways alway
among amoung
apartment appartment
apple aple
arrive arive
arrived arived
arrival arival
because becuase becouse beacuse
before befor
beautiful beautifull beatiful beutiful
beginning begining
believe beleive belive
better beter
birthday birthsday brithday
bought bougth
bread braed
breakfast breakfeast brekfast
bridges brigdes
building bulding buidling
business buisness bussiness
buttons butons
calendar calender
careful carefull
carefully carefuly
castle castel
chapter chaptor
cheaper cheeper
children childen chilren
clean cleen
coming comming
company compnay comapny
completely completly
conference conferance confrence
contract contrakt
country contry
countries contries
cousin cousen
customers custumers costumers
decision descision decison
definitely definately definitly
delivery delivary
description discription
difficult dificult
director directer
disappears dissapears disapears
early earley
evening evning eveing
every evry
except exept
excellent excelent excellant
expected expcted
famous famos
favorite favorit
figures figurs
finally finaly
finished finnished
first frist
flowers flowrs
follow folow
forgotten forgoten
forward foward
friend freind frend
friendly freindly
friends freinds
garden gardn
golden goldn
grandmother grandmohter
guarantee garantee
guests geusts
happened happend
happy hapy
harbor habror
heavy heavey
history histroy
holidays hollidays
hospital hospitel
important importent importan
increase increse
information infromation informtion
interested intrested
invited invitted
kitchen kichen kithcen
knife knif
language langauge
large larg
laughed lauged
library libary librery
listen lissen
little litle
market markit
meeting meetting
memory memmory
million milion
minutes minuts mintues
money mony
morning moring
museum musuem musem
necessary neccessary necesary
neighbor nieghbor
nobody noboddy
nothing nothin
notice notise
offered offerd
office ofice offise
often offen
order ordor
outside outsid
paintings paintigns
parents parrents
patient pacient
people poeple peple
percent procent
permission permision
photographs fotographs
picture pictur
pictures picures
please pleese plaese
pleased pleasd
position possition
possible posible
potatoes potatos
presented presentated
problem problm probelm
program progam
project projcet
questions qestions
quickly quikly
quiet queit
really realy
reason reson
reasons reesons
receive recieve receve
received recieved
recommend recomend reccomend
remember rember remeber
reservation resevation
restaurant restaraunt resturant
results resluts
school shcool scool
second secound
separate seperate
service servise
several severel
should shoud
simple simpel
simply simpyl
since sinse
sincerely sincerly
slightly slighty
slowly slowley
speech speach
stopped stoped
street stret
strong stong
student studant
studied studyed
success sucess
suitcase suitcas
surprise suprise
swimming swiming
teacher techer
their thier
therefore therfore
thousand thousend tousand
ticket tickit
today tody
together togehter togather
tomorrow tommorow tommorrow
tourists turists
truly truely
unfortunately unfortunatly unfortunatley
university univercity
usually usualy usally
vegetables vegtables
visit vist
visitors visiters
volunteers volonteers
weather wheather
welcome wellcome welcom
which wich whitch
windows widnows
winter wintre
without whithout witout
working woking
write wirte writte
yesterday yesterady
"""


def _load() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for line in _LINES.strip().splitlines():
        right, *wrong = line.split()
        table[right] = wrong
    return {right: tuple(wrong) for right, wrong in table.items()}


MISSPELLINGS = _load()
"""Correct word -> wrong spellings, lower case."""

BRITISH = dict(
    pair.split(":")
    for pair in split_words("""
    color:colour favorite:favourite neighbor:neighbour harbor:harbour
    center:centre theater:theatre liter:litre meter:metre traveler:traveller gray:grey
    organize:organise organized:organised realize:realise realized:realised apologize:apologise
    recognize:recognise behavior:behaviour honor:honour labor:labour flavor:flavour humor:humour
    rumor:rumour catalog:catalogue dialog:dialogue traveling:travelling canceled:cancelled
    jewelry:jewellery pajamas:pyjamas tire:tyre defense:defence offense:offence
    analyze:analyse memorize:memorise summarize:summarise colorful:colourful
    fulfill:fulfil skillful:skilful aluminum:aluminium airplane:aeroplane mom:mum
    neighbors:neighbours colors:colours centers:centres liters:litres meters:metres
    favorites:favourites travelers:travellers flavors:flavours""")
)
"""American spelling -> British spelling."""


def to_british(text: str) -> str:
    """Return the text with the American words of `BRITISH` in British spelling."""
    for us, uk in BRITISH.items():
        text = re.sub(rf"\b{us}\b", uk, text)
        text = re.sub(rf"\b{us.title()}\b", uk.title(), text)
    return text

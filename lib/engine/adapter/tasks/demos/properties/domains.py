"""Things of many fields of life: what they are called, what they have, what is exchanged.

Invariant: values only.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.properties.shapes import Field


@dataclass(frozen=True, slots=True)
class Pair:
    """A property, what takes its place, and similar properties, which stay."""

    old: str
    new: str
    type: str
    sample: str
    twins: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """Things of one field of life: what they are called, what they have, what is exchanged."""

    owners: tuple[str, ...]
    common: tuple[Field, ...]
    pairs: tuple[Pair, ...]


def _domain(owners: str, common: str, pairs: str) -> Domain:
    fields = [one.strip().split(":") for one in common.split(",")]
    return Domain(
        tuple(owners.split()),
        tuple(Field(name, name, kind, sample) for name, kind, sample in fields),
        tuple(_pair(line.strip()) for line in pairs.strip().split("\n")),
    )


def _pair(line: str) -> Pair:
    names, kind, sample, twins = line.split(":")
    old, new = names.split(">")
    split = (one.partition("/") for one in twins.split())
    return Pair(old, new, kind, sample, tuple((name, kind) for name, _, kind in split))


DOMAINS = (
    _domain("Customer Contact Person Employee Guest Profile", "name:s:Mara Lind,active:b:true,"
            "country:s:Norway,language:s:nb,notes:s:call first,company:s:Nordlys", """
            street>address:s:Oak Lane 4:streetCode/s streetWidth/i
            nickname>handle:s:lumi:nicknameVisible/b oldNickname/s
            phone>mobile:s:555 0142:phoneVerified/b workPhone/s phoneNumber/s
            age>birthYear:i:1984:ageGroup/s ageLimit/i
            city>town:s:Bergen:cityCode/s homeCity/s
            fax>website:s:mara.example:faxEnabled/b
            title>salutation:s:Dr.:titleShown/b jobTitle/s
            avatar>portrait:s:mara.png:avatarSize/i
            bio>about:s:Likes to hike:bioLength/i
            zip>postcode:s:5003:zipArea/s
            hobby>interest:s:chess:hobbyGroup/s"""),
    _domain("Product Article Offer CatalogEntry Listing", "name:s:Desk lamp,stock:i:40,"
            "visible:b:true,brand:s:Lumo,description:s:Warm light,shelf:s:B7", """
            isbn>sku:s:978-3-16:isbnPrefix/s
            price>cost:f:19.5:priceGroup/s listPrice/f
            weight>mass:f:2.5:weightUnit/s
            color>finish:s:oak:colorCode/s
            category>department:s:lighting:categoryId/i subCategory/s
            rating>score:i:4:ratingCount/i
            image>thumbnail:s:lamp.jpg:imageAlt/s
            discount>rebate:f:0.1:discountCode/s
            supplier>manufacturer:s:Hellmann:supplierId/i
            width>diameter:i:30:widthUnit/s maxWidth/i
            barcode>ean:s:40012345:barcodeType/s"""),
    _domain("Book Film Song Album Podcast", "name:s:Northern Light,genre:s:drama,year:i:2011,"
            "rented:b:false,country:s:Chile", """
            author>editor:s:Ines Falk:authorId/i coAuthor/s
            publisher>imprint:s:Harbor:publisherCity/s
            length>duration:i:320:lengthUnit/s
            artist>composer:s:Ola Berg:artistPage/s
            subtitle>tagline:s:A winter:subtitleLanguage/s
            isbn>doi:s:10.1000/182:isbnChecked/b
            chapter>section:s:Arrival:chapterCount/i
            cover>poster:s:cover.png:coverColor/s"""),
    _domain("Flight Trip Booking Journey", "number:s:LX 22,seats:i:120,confirmed:b:true,"
            "carrier:s:Skyway,fare:f:89.5", """
            gate>terminal:s:B12:gateOpen/b
            origin>departure:s:Oslo:originCode/s
            destination>arrival:s:Rome:destinationCode/s finalDestination/s
            pilot>captain:s:Jo Hart:pilotId/i coPilot/s
            distance>mileage:i:840:distanceUnit/s
            luggage>cargo:i:23:luggageFee/f
            delay>waitingTime:i:15:delayReason/s
            hotel>lodging:s:Sea Inn:hotelStars/i"""),
    _domain("Server Service Job Deployment Endpoint", "name:s:mailer,region:s:eu-west,"
            "enabled:b:true,port:i:8080,retries:i:3", """
            host>domain:s:mail.example:hostKey/s
            timeout>deadline:i:30:timeoutUnit/s readTimeout/i
            owner>maintainer:s:team-blue:ownerId/i
            version>revision:s:1.4.2:versionTag/s minVersion/s
            token>apiKey:s:abc123:tokenType/s
            path>route:s:/mail:pathPrefix/s
            memory>ram:i:512:memoryLimit/i
            url>uri:s:mail.example/v1:urlPattern/s baseUrl/s
            interval>period:i:60:intervalUnit/s
            cluster>pool:s:main:clusterSize/i"""),
    _domain("Course Lesson Student Exam", "name:s:Algebra,room:s:204,semester:i:3,passed:b:true,"
            "language:s:French", """
            teacher>tutor:s:Ms. Reyes:teacherId/i
            grade>mark:i:2:gradeScale/s finalGrade/i
            subject>topic:s:vectors:subjectCode/s
            credits>points:i:6:creditsNeeded/i
            campus>location:s:North:campusMap/s
            school>academy:s:Hillside:schoolYear/i"""),
    _domain("Patient Treatment Prescription", "name:s:Tim Ode,ward:s:C3,insured:b:true,"
            "visits:i:2", """
            doctor>physician:s:Dr. Wu:doctorId/i
            dose>amount:f:0.5:doseUnit/s dailyDose/f
            symptom>complaint:s:cough:symptomSince/s
            bloodType>bloodGroup:s:AB:bloodTypeKnown/b
            allergy>intolerance:s:nuts:allergyLevel/i
            therapy>treatmentPlan:s:rest:therapyWeeks/i"""),
    _domain("Invoice Payment Account Order", "number:s:A-118,paid:b:false,total:f:210.0,"
            "notes:s:urgent,currency:s:EUR", """
            iban>accountNumber:s:NO93 8601:ibanChecked/b
            tax>vat:f:0.19:taxGroup/s
            bank>institute:s:Harbor Bank:bankCode/s
            fee>charge:f:4.5:feeReason/s
            reference>purpose:s:May rent:referenceType/s
            payer>debtor:s:Ann Moss:payerId/i
            quantity>units:i:12:quantityUnit/s minQuantity/i
            shipping>delivery:s:express:shippingDays/i"""),
    _domain("Recipe Dish Meal", "name:s:Lentil soup,portions:i:4,vegan:b:true,notes:s:serve hot",
            """
            calories>energy:i:430:caloriesShown/b
            chef>cook:s:Lea:chefHat/b sousChef/s
            duration>cookingTime:i:35:durationUnit/s
            ingredient>component:s:lentils:ingredientCount/i
            spice>seasoning:s:cumin:spiceLevel/i
            cuisine>kitchen:s:Turkish:cuisineCode/s"""),
    _domain("House Apartment Building Property", "floor:i:2,rooms:i:3,furnished:b:false,"
            "district:s:Old Town,year:i:1932", """
            rent>monthlyPrice:f:900.0:rentIncrease/f
            landlord>proprietor:s:Ms. Vega:landlordPhone/s
            area>squareMeters:i:74:areaCode/s
            tenant>occupant:s:Ben Roy:tenantSince/i
            heating>energySource:s:gas:heatingCosts/f
            balcony>terrace:b:true:balconySide/s
            garage>carport:b:false:garageSize/i"""),
    _domain("Car Truck Bike Vehicle", "brand:s:Volta,seats:i:2,electric:b:true,year:i:2021", """
            plate>vin:s:KX 418:plateCountry/s
            mileage>odometer:i:48200:mileageUnit/s
            driver>operator:s:Sam Ito:driverId/i coDriver/s
            fuel>propulsion:s:diesel:fuelCard/s
            model>series:s:T4:modelYear/i
            color>paint:s:silver:colorCode/s"""),
    _domain("Event Meeting Concert Workshop", "name:s:Spring fair,guests:i:80,isPublic:b:true,"
            "notes:s:bring a coat", """
            venue>place:s:Town hall:venueId/i
            speaker>presenter:s:Kim Dahl:speakerBio/s
            capacity>maxGuests:i:120:capacityLeft/i
            host>organizer:s:Art Club:hostPhone/s coHost/s
            start>beginning:s:18:startDelay/i
            sponsor>patron:s:Bakery Finn:sponsorLogo/s"""),
    _domain("Task Chore Issue Story", "name:s:Fix the gate,done:b:false,points:i:5,"
            "sprint:s:May", """
            assignee>responsible:s:Noor:assigneeId/i
            priority>urgency:i:2:priorityColor/s
            status>state:s:open:statusText/s lastStatus/s
            tag>keyword:s:garden:tagCount/i
            deadline>dueDate:s:May 4:deadlineMoved/b
            effort>estimate:i:8:effortUnit/s
            project>board:s:Alpha:projectId/i"""),
    _domain("Plant Animal Tree", "name:s:Fern,outdoors:b:true,region:s:Alps,legs:i:0", """
            species>family:s:ferns:speciesCode/s subSpecies/s
            habitat>biome:s:forest:habitatSize/i
            height>size:i:40:heightUnit/s maxHeight/i
            keeper>caretaker:s:Rosa:keeperId/i
            food>diet:s:leaves:foodCosts/f"""),
)  # fmt: skip

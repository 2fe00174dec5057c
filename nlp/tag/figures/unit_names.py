"""How units other than money are printed -> their kind, and their name as we use it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nlp.model import Kind

_TABLE = """
percent % | % percent pct ％ per_cent procent
percent percentage_points | percentage_points percentage_point pp ppt pps ppts percent_points p.p %_points %_point
percent basis_points | basis_points basis_point bps
area ha | ha hectare hectares hectarea hectáreas hectareas
area acres | acre acres
area km2 | km² km2 sq_km sqkm sq_kms square_kilometre square_kilometres square_kilometer square_kilometers
area km2 | square_km kilometres_squared kilometers_squared
area m2 | m² m2 sq_m sqm square_metre square_metres square_meter square_meters
area Mha | mha million_ha
area dunams | dunam dunams dunum dunums donum donums
area mu | mu
area feddans | feddan feddans feddān
area square_miles | square_mile square_miles sq_mi sq_mile sq_miles mi²
area square_feet | square_foot square_feet sq_ft sqft
mass kg | kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
mass g | gram grams gramme grammes gms
mass mg | mg milligram milligrams
mass tonnes | tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes mt ton_métrique
mass tons | ton tons short_ton short_tons long_tons
mass kt | kt kiloton kilotons kilotonne kilotonnes ktco2 ktco2e
mass Mt | Mt mmt megaton megatons megatonne megatonnes mtco2 mtco2e mtco2eq
mass Gt | Gt gigaton gigatons gigatonne gigatonnes gtco2 gtco2e gtco2eq
mass tonnes | tco2 tco2e tco2eq
mass pounds | lb lbs
mass ounces | oz ounce ounces
mass quintals | quintal quintals
distance km | km kms kilometre kilometres kilometer kilometers
distance m | metre metres meter meters
distance cm | cm centimetre centimetres centimeter centimeters
distance mm | mm millimetre millimetres millimeter millimeters
distance miles | mile miles
distance inches | inch inches
distance nautical_miles | nautical_mile nautical_miles nmi
distance feet | foot feet ft
distance yards | yard yards
volume litres | litre litres liter liters
volume ML | megalitre megalitres megaliter megaliters
volume GL | gigalitre gigalitres gigaliter gigaliters
volume kL | kilolitre kilolitres kiloliter kiloliters
volume hm3 | hm³ hm3 cubic_hectometre cubic_hectometres cubic_hectometer cubic_hectometers
volume ml | millilitre millilitres milliliter milliliters
volume hl | hectolitre hectolitres hectoliter hectoliters
volume m3 | m³ m3 cubic_metre cubic_metres cubic_meter cubic_meters cu_m
volume km3 | km³ km3 cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers
volume cubic_feet | cubic_foot cubic_feet cu_ft cuft
volume acre-feet | acre_foot acre_feet
volume barrels | barrel barrels bbl bbls
volume gallons | gallon gallons imperial_gallon imperial_gallons us_gallon us_gallons
volume bushels | bushel bushels
speed km/h | km/h km/hr km/hour kms/h kmh kmph kph kilometres_per_hour kilometers_per_hour km_per_hour
speed km/h | kilometres_an_hour kilometers_an_hour km_an_hour
speed mph | mph mi/h miles/hour miles_per_hour miles_an_hour
speed m/s | m/s metres_per_second meters_per_second
speed knots | knot knots
temperature °C | °c degrees_celsius degree_celsius degrees_centigrade degrees_c degree_c
temperature °F | °f degrees_fahrenheit degree_fahrenheit degrees_f
duration years | year years yr yrs calendar_year calendar_years
duration months | month months
duration weeks | week weeks
duration days | day days working_days working_day calendar_days business_days
duration hours | hour hours hrs
duration minutes | minute minutes mins
duration seconds | second seconds
duration decades | decade decades
duration centuries | century centuries
duration generations | generation generations
power W | watt watts
power kW | kw kilowatt kilowatts
power MW | mw megawatt megawatts mwp mwe
power GW | gw gigawatt gigawatts gwe gwp
power TW | tw terawatt terawatts
energy kWh | kwh kilowatt_hour kilowatt_hours
energy MWh | mwh megawatt_hour megawatt_hours
energy GWh | gwh gigawatt_hour gigawatt_hours
energy TWh | twh terawatt_hour terawatt_hours
energy MJ | mj megajoule megajoules
energy GJ | gj gigajoule gigajoules
energy TJ | tj terajoule terajoules
energy PJ | pj petajoule petajoules
energy EJ | ej exajoule exajoules
energy toe | toe
energy ktoe | ktoe
energy Mtoe | mtoe
energy kcal | kcal kilocalorie kilocalories
energy BTU | btu btus mmbtu
"""
"""One line a unit: kind, the unit as we name it, and how it is printed, in lower case ("_" is a space)."""
CASED: Mapping[str, tuple[Kind, str]] = {
    "Mt": (Kind.MASS, "Mt"), "Gt": (Kind.MASS, "Gt"), "MT": (Kind.MASS, "tonnes"), "g": (Kind.MASS, "g"),
    "t": (Kind.MASS, "tonnes"), "m": (Kind.DISTANCE, "m"), "kL": (Kind.VOLUME, "kL"), "ML": (Kind.VOLUME, "ML"),
    "GL": (Kind.VOLUME, "GL"), "mL": (Kind.VOLUME, "ml"), "hL": (Kind.VOLUME, "hl"),
}  # fmt: skip
"""Signs whose capitals matter: "Mt" is a million tonnes, "MT" one."""


@cache
def unit_names() -> Mapping[str, tuple[Kind, str]]:
    """Printed form in lower case ("sq km") -> (kind, name)."""
    found: dict[str, tuple[Kind, str]] = {}
    for line in _TABLE.strip().splitlines():
        head, _, forms = line.partition(" | ")
        kind, name = head.split()
        for form in forms.split():
            found.setdefault(form.replace("_", " "), (Kind(kind), name.replace("_", " ")))
    return found

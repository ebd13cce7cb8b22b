### Problems found while reading. Three sentences for each code: title, problem, remedy.

## Files

MX1001-title = The file is empty
MX1001-problem = There is nothing in this file.
MX1001-remedy = Check that the right file is named, and save it again from the program it was made with.

MX1002-title = The file is not UTF-8
MX1002-problem = The byte { $byte } at position { $offset } does not belong to UTF-8 text.
MX1002-remedy = In your spreadsheet program, save the file as "CSV UTF-8 (comma delimited)".

MX1003-title = No rows
MX1003-problem = The file has a header and no row below it.
MX1003-remedy = Add the rows, or name the file that holds them.

MX1004-title = A quotation mark is left open
MX1004-problem = A cell opens here with a quotation mark that is never closed, so the rest of the file reads as one cell.
MX1004-remedy = Close the quotation mark at the end of this cell, or take it away.

## Headers

MX1101-title = A column is missing
MX1101-problem = The column "{ $column }" is needed and was not found.
MX1101-remedy = Add a column named "{ $column }". These names are understood as well: { $synonyms }.

MX1102-title = Two columns mean the same
MX1102-problem = "{ $first }" and "{ $second }" would both be read as "{ $column }".
MX1102-remedy = Keep one of the two, or rename the other.

MX1103-title = Columns that are not used
MX1103-problem = These columns have no meaning here and are ignored: { $columns }.
MX1103-remedy = Nothing need be done. If one of them is meant to be used, check how its header is spelled.

MX1104-title = A column is refused
MX1104-problem = The column "{ $column }" is about { $kind ->
    [religion] a person's religion
    [politics] a person's politics
    [police] a person's police or court record
    [key_person] a "key person" label
    [trust] how far a person is trusted
    [national_id] a person's identity number
   *[phone] a person's phone number
 }. It is dropped unread: homes are not handed out by it, and it is neither stored nor shown.
MX1104-remedy = Nothing need be done. It is safer still to delete the column before you pass the file on.

## Rows and cells

MX1201-title = The row has the wrong number of cells
MX1201-problem = This row has { $found } cells; the header has { $expected }.
MX1201-remedy = Look for a comma too many or too few. A cell that holds a comma must stand in quotation marks.

MX1202-title = A blank row
MX1202-problem = All cells of this row are blank, so it is not used.
MX1202-remedy = Nothing need be done, unless something should stand here.

MX1203-title = A cell must not be blank
MX1203-problem = The column "{ $column }" is blank in this row.
MX1203-remedy = Fill it in.

MX1204-title = A character that cannot be seen
MX1204-problem = The cell in "{ $column }" holds the invisible character { $character } (a line break, a tab or the like).
MX1204-remedy = Delete the cell and type its content again.

MX1205-title = Not a whole number, or out of range
MX1205-problem = "{ $value }" in "{ $column }" is not a whole number from { $lowest } to { $highest }.
MX1205-remedy = Write a whole number from { $lowest } to { $highest }, in digits only.

MX1206-title = Neither yes nor no
MX1206-problem = "{ $value }" in "{ $column }" is neither yes nor no.
MX1206-remedy = Write yes or no (y/n, true/false, 1/0, 是/否, 有/无 and √/× are understood as well).

MX1207-title = A name holds a reserved mark
MX1207-problem = The name "{ $value }" in "{ $column }" holds "{ $mark }", which separates names in lists of choices.
MX1207-remedy = Write the name without >, = and *, in the same way in all files.

## plan.toml

MX1301-title = The plan file cannot be read
MX1301-problem = This is not valid TOML: { $detail }.
MX1301-remedy = Mend this place. Texts stand in quotation marks, each key has one value, sections stand in square brackets.

MX1302-title = An unknown key
MX1302-problem = The key "{ $key }" is not known here.
MX1302-remedy = Check its spelling. Nearest known: { $near }.

MX1303-title = A key is missing
MX1303-problem = The key "{ $key }" is needed and was not found.
MX1303-remedy = Add it to the plan file.

MX1304-title = A value of the wrong kind
MX1304-problem = "{ $key }" holds { $found ->
    [string] a text
    [integer] a whole number
    [float] a number with a decimal point
    [boolean] true or false
    [datetime] a date or time
    [array] a list
   *[table] a table
 } where { $wanted ->
    [string] a text
    [integer] a whole number
    [array] a list
    [date] a date
   *[table] a table
 } is needed.
MX1304-remedy = Write { $wanted ->
    [string] the text in quotation marks, such as "text"
    [integer] a whole number without quotation marks, such as 3
    [array] a list in square brackets, such as ["50", "40"]
    [date] a date such as 2027-06-30
   *[table] a table, such as a section in square brackets with its keys below
 }.

MX1305-title = Not one of the words allowed
MX1305-problem = "{ $value }" is not a value of "{ $key }".
MX1305-remedy = Use one of: { $allowed }.

MX1306-title = A text is blank
MX1306-problem = "{ $key }" holds a blank text.
MX1306-remedy = Fill it in, or delete the line if it is not needed.

MX1307-title = A number out of range
MX1307-problem = { $value } is not allowed for "{ $key }".
MX1307-remedy = Write a whole number from { $lowest } to { $highest }.

MX1308-title = Not a relative path
MX1308-problem = "{ $value }" in "{ $key }" is an absolute path or a web address.
MX1308-remedy = Put the file next to the plan file and write its name only, so that others can check the plan from a copy of the folder.

MX1309-title = Not a date
MX1309-problem = "{ $value }" in "{ $key }" is not a calendar date.
MX1309-remedy = Write it as year-month-day, such as 2027-06-30.

MX1310-title = The seed must be a text
MX1310-problem = The seed { $value } stands without quotation marks and would be read as a number, so that leading zeros would be lost.
MX1310-remedy = Put it in quotation marks: seed = "{ $value }".

MX1311-title = A character that cannot be seen
MX1311-problem = A name in "{ $key }" holds the invisible character { $character } (a line break, a tab or the like).
MX1311-remedy = Delete the name and type it again.

## The fit table

MX1401-title = Not a household size
MX1401-problem = "{ $key }" is not a size or range of sizes.
MX1401-remedy = Write sizes as "3", "1-2" or "4+".

MX1402-title = Household sizes without a home type
MX1402-problem = The fit table says nothing about households of { $sizes } persons.
MX1402-remedy = Add a line for { $sizes }, or widen one that is there.

MX1403-title = A household size stands twice
MX1403-problem = "{ $first }" and "{ $second }" both speak of households of { $sizes } persons.
MX1403-remedy = Change one of the two, so that each size stands in one line only.

MX1404-title = The fit table is missing
MX1404-problem = { $households } households name no home types of their own, and the plan file has no [fit] section.
MX1404-remedy = Add a [fit] section that says which home types suit which household size.

MX1405-title = A list of home types is empty
MX1405-problem = "{ $key }" names no home type.
MX1405-remedy = Name at least one home type, best first.

MX1406-title = A home type stands twice
MX1406-problem = "{ $key }" names the home type "{ $value }" twice.
MX1406-remedy = Keep the better place and delete the other.

MX1407-title = A home type that no home has
MX1407-problem = "{ $key }" names the home type "{ $value }", which no home in the dwellings file has.
MX1407-remedy = Check its spelling. Nearest in the dwellings file: { $near }.

MX1408-title = A home type holds a reserved mark
MX1408-problem = "{ $key }" names the home type "{ $value }", which holds "{ $mark }".
MX1408-remedy = Write each home type in quotation marks of its own, with commas between, such as ["75", "50"].

## Target and groups

MX1501-title = The target names a group that nobody declared
MX1501-problem = No household and no resident belongs to the group "{ $group }".
MX1501-remedy = Check its spelling, or take it out of the target. Nearest: { $near }.

MX1502-title = The shares do not add up to 100
MX1502-problem = The shares of the target add up to { $sum }.
MX1502-remedy = Change them so that they add up to 100.

MX1503-title = The target names a group twice
MX1503-problem = "{ $first }" and "{ $second }" both stand for the group "{ $group }".
MX1503-remedy = Give the group one share.

MX1504-title = One spelling for two groups
MX1504-problem = "{ $alias }" would stand for "{ $first }" and for "{ $second }".
MX1504-remedy = Decide for one of them. If the two are one group, put both spellings under one name.

## Reading a plan back

MX1601-title = Not the table of a plan
MX1601-problem = The header of this file is not that of a plan: { $expected }.
MX1601-remedy = Use the file as it was written by "plan"; do not change or rearrange its columns.

MX1602-title = Not a certificate
MX1602-problem = This file cannot be read as a certificate: { $detail }.
MX1602-remedy = Use the file as it was written by "plan". If it was changed, ask for the original.

## Households

MX2001-title = A household stands twice
MX2001-problem = The household "{ $household }" stands in this row and in row { $other }.
MX2001-remedy = Find out which row is right and delete the other; or, if these are two households, give one a new id.

MX2002-title = A name is missing in a list
MX2002-problem = In "{ $value }" ({ $column }) nothing stands before, between or after the marks.
MX2002-remedy = Write a name on each side of every > and =, such as North>South=East.

MX2003-title = The star must stand alone at the end
MX2003-problem = In "{ $value }" ({ $column }) the * does not stand alone at the end.
MX2003-remedy = Write the estates first, then >* for "any other".

MX2004-title = An unknown estate
MX2004-problem = The household chose "{ $estate }", but no home stands in an estate of that name.
MX2004-remedy = Check its spelling in both files. Nearest: { $near }.

MX2005-title = An estate chosen twice
MX2005-problem = The estate "{ $estate }" stands twice in the choices of this household.
MX2005-remedy = Ask the household which place is meant, and delete the other.

MX2006-title = An unknown home type
MX2006-problem = The home type "{ $value }" is neither in the dwellings file nor in the fit table.
MX2006-remedy = Check its spelling. Nearest: { $near }.

MX2007-title = A home type named twice
MX2007-problem = The home type "{ $value }" stands twice in the list of this household.
MX2007-remedy = Keep the better place and delete the other.

MX2008-title = The household is larger than the fit table provides for
MX2008-problem = The household has { $persons } persons; the fit table ends at { $largest }.
MX2008-remedy = Add a line such as "{ $persons }+" to [fit], or name home types for this household.

MX2009-title = No agreement recorded
MX2009-problem = No agreement of this household is recorded, so it takes no part in the draw.
MX2009-remedy = Nothing need be done if it did not agree. If it did, record the date of its own agreement.

MX2010-title = The agreement is not clear
MX2010-problem = "{ $value }" is not a clear agreement. What is unclear is not consent, so the household takes no part in the draw.
MX2010-remedy = Ask the household. If it agreed, write yes or the date, such as 2026-03-05.

MX2011-title = The opt-in to mixing is not clear
MX2011-problem = "{ $value }" is neither yes nor no. The household is treated as not having opted in and keeps the home it draws.
MX2011-remedy = Ask the household, and write yes or no.

MX2012-title = A wish to stay together with nobody else
MX2012-problem = No other household has the key "{ $bond }", so there is nobody to stay near.
MX2012-remedy = Check the spelling of the key for all who wish to stay together.

## Dwellings

MX3001-title = A home stands twice
MX3001-problem = The home "{ $dwelling }" stands in this row and in row { $other }.
MX3001-remedy = Find out which row is right and delete the other; or, if these are two homes, give each its own id or door.

MX3002-title = An address stands twice
MX3002-problem = The address { $address } stands in this row and in row { $other }.
MX3002-remedy = Find out which row is right: a home must not be handed out twice.

MX3003-title = An impossible floor
MX3003-problem = "{ $value }" is not a floor.
MX3003-remedy = Write a whole number from -9 to 200. The ground floor is 1, basements are -1 and below; there is no 0. Leave a highest floor blank where any floor will do.

MX3004-title = An unknown status
MX3004-problem = "{ $value }" does not say whether the home is vacant.
MX3004-remedy = Write vacant, occupied or held.

MX3005-title = Residents in a home where nobody lives
MX3005-problem = The column "{ $column }" is filled in, but the status of this home is { $status ->
    [held] held
   *[vacant] vacant
 }.
MX3005-remedy = If people live there, set the status to occupied; if not, leave the column blank.

## Refused

MX9001-title = A lopsided target is refused
MX9001-problem = The target names some groups only. Without a share: { $missing }.
MX9001-remedy = Give every group a share, or write target = "estate". A target must treat all groups alike.

MX9002-title = A tolerance for each group is refused
MX9002-problem = "{ $key }" gives groups tolerances of their own.
MX9002-remedy = Write one whole number that holds for all groups alike, such as tolerance = 7.

MX9003-title = A cap on a group is refused
MX9003-problem = "{ $key }" would set a cap or quota, and those fall on single groups.
MX9003-remedy = Take it out. mixplan mixes by voluntary exchanges only; effects of quotas can be tried out in whatif, without names.

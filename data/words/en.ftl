### Every sentence of mixplan in English. The same keys stand in zh.ftl; a test fails on a missing or unused one.

## Reasons for having no home

reason-no-such-home = No vacant home fits this household's needs, home types and choices.
reason-shortage = { $households } households accept only these homes, and there are { $homes }: { $kinds }. Whoever got one had an earlier turn.
reason-more-kinds = and { $count } more kinds
reason-repair = { " " }Enough to house this one: { $repairs }.
list-comma = ,{ " " }
list-or = ; or{ " " }
kind = { $steps }type { $type } in { $estate }{ $floors }
kind-step-free = step-free{ " " }
kind-with-steps = not step-free{ " " }
kind-floor = { " " }on floor { $floor }
kind-floors = { " " }on floors { $from } to { $to }
repair-more-homes = { $others ->
    [0] { $count } more home ({ $kind })
    [1] { $count } more homes ({ $kind }), because 1 other left out comes before it
   *[other] { $count } more homes ({ $kind }), because { $others } others left out come before it
}
repair-accepting = its accepting a home that is left over ({ $kind }; { $left } left)

## Summary of a plan

summary-asked = Households that asked
summary-signed = Signed
summary-housed = Housed
summary-first-choice = First choice of estate
summary-bonds = Bonds kept
summary-company = Households without company
summary-distance = Distance inside estates
summary-buildings = { "  " }of the buildings
summary-stairwells = { "  " }of the stairwells
summary-estates = Distance between estates
summary-score = Mix score
summary-moved = In another home than drawn
summary-left-out = Rows left out for errors
summary-promises = Promises
of-share = { $part } ({ $percent } %)
of-bonds = { $kept } of { $bonds }
all-kept = all { $count } kept, checked by separate code

## At the terminal

error = error: { $message }
cannot-read = { $path } cannot be read: { $why }
cannot-stdout = the result cannot be printed: { $why }
would-overwrite-input = { $path } is one of the inputs and will not be overwritten. Choose another place for the output.
file-exists = { $path } exists already. Choose another name, or add --force to overwrite it.
inputs-hint = If the plan file has moved, say with --inputs where it is now.
inputs-changed = { $file } is not the file this plan was made from, so nothing can be explained by it. `verify` shows all differences.
leave-out-hint = Mend the problems above, or add --leave-out: rows with errors are then not used and listed in problems.csv.
cannot-write = { $path } cannot be written: { $why }. Nothing was changed.
folder-exists = { $path } already holds files. Choose another folder, or add --force to overwrite the plan in it.
not-a-folder = { $path } is not a folder.
no-seed = There is no public seed. Write one under [lottery] in the plan file, or give it with --seed; any text will do, for example the outcome of throwing dice in public.
final-without-mandate = A final plan needs a [mandate] in the plan file: authority, reason, expires, signed_by. Without it, leave --final away and the plan is a draft.
gate-closed = The plan broke a promise and was not written. This is a fault of the program: please report it with the lines above.
doing-town = building the town
doing-read = reading
doing-allocate = drawing: everyone first, then choices, then bonds
doing-mix = exchanging homes between volunteers
doing-bound = How good the best plan can be
doing-report = writing the report
cannot-make-xlsx = plan.xlsx cannot be made: { $why }
doing-letters = writing letters: { $done } of { $all }
letters-done = Written to { $dir }: letters-001.html ({ $count ->
    [one] one file
   *[other] { $count } files, numbered
 }). They name households and what they asked for: they are for these alone.
report-done = Written: { $path }
report-broken = This is not the plan that the certificate speaks of, or it breaks a promise. No report is written about it.
report-what = What is "{ $word }"? Say `report OUT`, `report list OUT`, `report letters OUT` or `report picture OUT`.
both-not-here = --lang both is for `report` only.
doing-verify = checking every promise
demo-done = Wrote a synthetic town to { $dir } (households: { $households }, estates: { $estates }).
plan-done = Written to { $dir }: report.html (to look at and to print), plan.csv and plan.xlsx (the plan), certificate.json (what anyone can check), unplaced.csv (who has no home, and why), problems.csv (rows not used, and why). first.csv is for your own files, not for publication: together with plan.csv it tells who exchanged.
plan-unplaced = Some households have no home; { $dir }/unplaced.csv says why and what would help.
plan-final = FINAL: on the mandate in the plan file, which expires on { $expires }.
plan-draft = DRAFT: there is no [mandate] in the plan file, so nobody may act on this plan.
plan-closed = This plan closes { $percent } % of what any plan could have closed with these choices, opt-ins, bonds and homes (proven; verify works it out again).
summary-closed = Of what any plan could close
of-closed = { $percent } % (proven: no plan below { $bound })
obstacle-opt-in = households that did not opt in ({ $cost })
obstacle-home-types = home types that are scarce in places ({ $cost })
obstacle-needs = too few homes without steps or on low floors ({ $cost })
obstacle-bonds = households that stay together ({ $cost })
page-way-closed = { $percent } % of what any plan could have closed here is closed: of a score of { $first }, { $last } is left, and no plan could go below { $bound }.
page-way-costs = In the way are { $list }; in brackets, by how many households no plan could go lower for it.
obstacle-and = {", "}
obstacle-estate = { $estate }, where { $score } are left: in the way of a nearer mix are { $list }; in brackets, by how many households no plan could go lower for it.
summary-what = What
summary-value = Value

## Problems

problem-level = problem
problem-remedy = remedy
problems-more = … and { $count } more that stop. `mixplan read --problems FILE` writes them all.
problems-listed = { $count ->
    [one] { $file }: 1 row takes no part: { $title } ({ $code }; line { $rows })
   *[other] { $file }: { $count } rows take no part: { $title } ({ $code }; line { $rows })
}
problems-noted = { $file }: note: { $title } ({ $code }, { $count }×)
problems-noted-rows = { $file }: note: { $title } ({ $code }, { $count }×; line { $rows })
read-file = File
read-rows = Rows
read-used = Used
read-listed = Listed
read-columns = Columns known
read-ignored = Columns ignored
read-refused = Columns refused
read-groups = Groups (households): { $groups }
read-counts = Homes: { $vacant } vacant, { $occupied } occupied, { $held } held. Households: { $households }, of which { $signed } signed ({ $volunteers } of them volunteer for exchanges) and { $declared } declared a group.

## How files were read

read-as-text = { $file }: { $encoding } text, cells parted by { $delimiter ->
    [tab] tabs
    [semicolon] semicolons
    [wide] full-width commas
   *[comma] commas
 }, header in row { $header }{ $rows ->
    [person] , one row for each person
   *[other] { "" }
 }.
read-as-sheet = { $file }: workbook, sheet "{ $sheet }", header in row { $header }{ $rows ->
    [person] , one row for each person
   *[other] { "" }
 }.
read-override = If a file should be read otherwise, say so in the plan file, for example: [files] households = {"{"} path = "list.csv", encoding = "GB18030", delimiter = ";", sheet = "Sheet1", header_row = 3, rows = "person" {"}"}; and [columns] names columns (read --show-mapping).
read-repaired = { $file }: mended: { $what }
read-why-listed = { $file }: listed: { $what }
read-repair = { $kind ->
    [spaces] spaces
    [width] full-width letters
    [linebreak] line breaks inside cells
    [guard] text guards
    [error] error values taken for blanks
    [number] numbers in words or with units
    [date] dates worked out
    [month] months without a day
    [address] addresses taken apart
    [floor] floors told by doors
    [filled] household ids filled down
    [counted] households counted by their rows
   *[name] names in another spelling
 }
read-header = Header
read-column = Taken for
read-score = Sure (0-100)
read-ignored-one = (ignored)
read-refused-one = (refused, not read)
read-paste = To settle this for good, put these lines into the plan file:
help-read-show_mapping = Show which column became what, and a [columns] block for the plan file
help-read-excel = Write the list of problems for spreadsheet programs (byte order mark, no formulas)
help-plan-excel = Write copies of the tables for spreadsheet programs as well (byte order mark, no formulas)

## Verification

result-kept = kept
result-broken = BROKEN
verify-promise = Promise
verify-result = Result
verify-means = What it says
verify-seed-by-hand = The plan was drawn with another seed than the plan file has (plan --seed). Make sure that it is the one that was published.
verify-replayed = Planned again from the inputs: the same tables, byte for byte.
verify-replay-differs = { $file } is not what planning again from the inputs gives: replayable is broken.
verify-kept = Every promise is kept and every figure of the certificate is right ({ $status }; seed "{ $seed }").
verify-broken = { $count ->
    [one] 1 breach: this is not the plan that the certificate speaks of, or it breaks a promise.
   *[other] { $count } breaches: this is not the plan that the certificate speaks of, or it breaks a promise.
}
status-draft = draft
status-final = final
breaches-more = { $promise }: … and { $count } more

## Explanations

explain-unknown = There is no household "{ $household }" in the inputs of this plan.
explain-unknown-code = There is no message "{ $code }". Give a plan's folder and a household, or a code such as MX1101.
explain-household = Household { $household }
explain-unsigned = No agreement is recorded, so the household takes no part in the draw.
explain-turn = Turn { $turn } of { $turns }.
explain-ticket = Ticket { $ticket }. It is HMAC-SHA256 of "{ $message }" with the key "{ $seed }"; anyone can recompute it.
explain-ticket-bond = Ticket { $ticket }, shared with everyone of the bond. It is HMAC-SHA256 of "{ $message }" with the key "{ $seed }"; anyone can recompute it.
explain-given = The first allocation gave: choice { $choice } ({ $estate }), type { $type }, dwelling { $dwelling }.
explain-no-home = The first allocation gave no home.
explain-lost = Not choice { $choice } ({ $estates }), type { $type }: of the { $homes } fitting homes, { $earlier } went to earlier turns, the last of them turn { $latest }.
explain-lost-spared = Not choice { $choice } ({ $estates }), type { $type }: of the { $homes } fitting homes, { $earlier } went to earlier turns (the last of them turn { $latest }), and { $spared } could not be spared, because somebody else would then have had no home at all.
explain-lost-free = Not choice { $choice } ({ $estates }), type { $type }: of the { $homes } fitting homes, { $earlier } went to earlier turns, later turns hold { $spared }, and { $free } stay empty.
explain-lost-all-spared = Not choice { $choice } ({ $estates }), type { $type }: of the { $homes } fitting homes, none could be spared, because somebody else would then have had no home at all.
explain-lost-none = Not choice { $choice } ({ $estates }), type { $type }: there is no such vacant home that fits.
explain-bond-kept = The bond lives in one { $level }, as asked.
explain-bond-alone = Nobody else of the bond has a home.
explain-bond-no-such-place = The bond reached: { $level }. No nearer place has fitting homes for all of it within the choices it holds.
explain-bond-taken = The bond reached: { $level }. Nearer places have fitting homes enough, but others hold them by their choice or their bond, and they could not be spared.
explain-plan = The plan gives: { $home }.
explain-written = In your files this home is written: { $address }.
level-stairwell = stairwell
level-building = building
level-estate = estate
level-apart = apart

## check

doing-lots = drawing lots to compare with: { $level }
check-level = Level
check-places = Places
check-mix = Mix
check-lots = 95 % by lot
check-p = p
check-d = D
check-d-lots = by lot
check-d-best = least
check-h = H
check-h-lots = by lot
check-hidden = (few)
check-index = Index
check-difference = Difference
check-p-two = p
check-td = Distance
check-off = Homes off
check-off-persons = Persons off
check-on = On target
check-outside = Outside
check-over = Over cap
check-today = today
check-drawn = draw alone
check-planned = plan
check-difference-title = Difference: { $second } against { $first }
check-difference-none = No level is shown for both, so nothing can be compared.
check-comma = { ", " }
check-and = { " and " }
check-not-drawn = (not drawn)
check-sentence-gap = { " " }
check-legend = Mix: neighbour mix, 1 = as by lot, 0 = all neighbours of one's own group; p: how often lots give as little mix or less. D and H: 0 = even; read them only beside what lots give in places this small. Least: the best D that whole homes allow. (few): too few to publish.
check-legend-target = Distance: half the sum of what shares differ from the target, beside what lots give. Off: how many would need another group for their place to be on target. Outside: places in which some group is further from its target than the tolerance, in percentage points. Over cap: homes above the published caps.
check-legend-difference = Difference: its band is that of two draws by lot, each in its own places; p: how often lots give a difference as large, either way.
check-counted-households = Counted: households of declared groups; reference: all places together.
check-counted-persons = Counted: persons in households of declared groups; reference: all places together. Neighbour mix is counted in households, and lots always move whole households.
check-internal = INTERNAL: holds small counts, not for publication.
check-headline = In one { $level }, a neighbour is from another group { $times } times as often as if the homes had been drawn by lot.
check-no-headline = No neighbour mix: { $why }.
check-less-than-lots = Lots alone give { $low } to { $high } in 95 of 100 draws: this is less mixed than chance.
check-more-than-lots = Lots alone give { $low } to { $high } in 95 of 100 draws: this is more mixed than chance.
check-as-lots = Lots alone give { $low } to { $high } in 95 of 100 draws: this is no more than chance.
check-split-estates = Where the separation lies: { $share } % between estates, which people chose (H { $between }; lots over all homes give { $chance_between }); the rest inside estates, at the level of { $finer }, which people were given (H { $inside }; lots inside each estate give { $chance_inside }).
check-split = Where the separation lies: { $share } % between places of the level { $level } (H { $between }; lots over all homes give { $chance_between }); the rest inside them, at the level of { $finer } (H { $inside }; lots inside each give { $chance_inside }).
check-off-sentence = { $off } of { $total } homes would need another group for every place to be on target.
check-off-sentence-persons = { $off } of { $total } persons would need another group for every place to be on target.
check-nothing-shown = Too few live in these places to publish any figure. With --internal they are shown for the office alone.
check-after-needs-plan = --after needs a plan file (plan.toml), and { $path } is none. Name the plan file that the plan was made from.
check-compare-needs-plan = { $path } cannot be compared with two others. Name two tables (check --compare A B), or a plan file and two folders of plans.
check-columns-need-counts = --levels and --groups name columns of a table of counts, and { $path } is a plan file. Leave them out.
check-compare-two = --compare needs two files, such as check --compare 2020.csv 2025.csv.
check-persons-need-households = { $path } holds counts, so nobody knows which persons live in one household, and lots must move whole households. Use dwellings.csv or a plan file, or leave out --count persons.
check-unknown-persons = Left out: { $count } households whose number of persons is not known.
undefined-nobody = nobody is counted
undefined-one-group = only one group lives here
undefined-group-absent = nobody of the group lives here
undefined-group-alone = the group is all there is
undefined-empty-place = the place is empty
undefined-no-neighbours = no place has two homes
undefined-one-place = there is only one place
undefined-too-many = too many places to list one by one; check them by estate
undefined-not-drawn = no lots were drawn (--shuffles 0)
undefined-too-few = too few live here to publish it
level-county = county
level-township = township
level-community = community
level-floor = floor
level-place = place
picture-title = How mixed is it, and how much of that is chance?
picture-key = Dot: observed. Bar: where 95 of 100 draws by lot fall. Line in the bar: their mean.
picture-before = Open dot: { $first }. Filled dot: { $second }.
picture-no-lots = No chance bands: no lots were drawn, or too few live here to publish them.
picture-households = Counted: households of declared groups; reference: all places together.
picture-persons = Counted: persons (neighbour mix: households); lots move whole households. Reference: all places together.
picture-mix = Neighbour mix
picture-mix-note = 1 = as by lot; below: more neighbours of one's own group than lots give
picture-d = Dissimilarity D
picture-h = Theil H
picture-even-note = 0 = even; small places are uneven by chance alone, so look at the bar
picture-off-target = Places by distance to the target (level: { $level })
picture-off-shares = Places by distance to the shares of all places together (level: { $level })
picture-off-axis = homes that would need another group
picture-off-axis-persons = persons that would need another group

## Report pages

page-title = Who gets which home
page-kicker = Housing plan report
page-draft = DRAFT: nobody may act on this plan
page-final = FINAL: the mandate expires on { $expires }
page-skip = Go to the report
page-languages = Languages
page-contents = Contents
page-lead = { $signed } households signed. { $placed } of them have a home, { $first } of these in an estate of their first choice.
page-lead-mix = Exchanges between volunteers brought households that are alone in their stairwell from { $before } to { $after }, and cost nobody a home, a choice or a need.
page-of-signed = { $percent } % of { $signed } signed
page-of-housed = { $percent } % of the housed
page-of-bonds = of { $bonds } bonds
page-draw-to-plan = after the draw → in the plan
page-households-off = households off target, after the draw → in the plan
page-bound = The mix score fell from { $first } to { $score }. No plan with the same choices, volunteers and homes could go below { $bound }; so the exchanges closed { $closed } % of what any plan could have closed.
page-bound-trivial = The mix score fell from { $first } to { $score }. How much better a plan could have been is not proven: the bound in the certificate is the trivial one, 0.
page-moved = { $moved } of { $placed } households live in another home than they drew; all of them volunteered.
page-asked = What was asked
page-asked-households = { $households } households, { $signed } with a recorded agreement.
page-left-out = Rows left out for errors: { $rows }.
page-asked-homes = Homes
page-asked-homes-are = { $vacant } vacant, in { $estates } estates
page-asked-bonds = Staying together
page-asked-bonds-are = in one { $level }; { $tiers ->
    [0] it may cost no member a better choice
    [one] it may cost a member 1 tier
   *[other] it may cost a member { $tiers } tiers
 }
page-asked-target = Target
page-asked-no-target = none: no exchanges were made
page-asked-own = buildings and stairwells like the whole of their estate
page-asked-share = { $label } { $share } %
page-asked-tolerance = Tolerance
page-asked-tolerances = estates { $estate }, buildings { $building }, stairwells { $stairwell } points, the same for every group
page-asked-company = Company
page-asked-company-is = { $company } households of a group in a stairwell
page-asked-no-company = not asked for
page-authority = On whose authority
page-mandate-authority = Authority
page-mandate-reason = Reason
page-mandate-signed = Signed by
page-mandate-expires = Expires
plan-draft-page = No mandate is recorded in the plan file. This plan is a draft, made to be looked at and argued with.
page-promises-note = Each promise was checked by code that shares nothing with the code that made the plan. A promise is never weighed against anything: a move that would break one cannot be built.
page-footer = Written from the verified plan. No count below 10 that concerns a group is in it, and no table crosses a named place with groups.

page-estates = The estates
page-estates-lead = Each block is a stairwell, each roof the whole building. The colour says how far a place is from its target, whichever group is more or less there. Pale means: no nearer and no further than 95 of 100 lots bring such a place. A stairwell of twelve homes is off its target by chance nearly always, so only strong colours say something.
page-legend = Homes that would need another household for the place to be on target
page-step = off target: { $from } to { $to } %
page-step-open = off target: { $from } % and more
page-shade-by-lot = pale: no different from lots
page-shade-few = too few to be told of
page-after-draw = after the draw
page-after-plan = in the plan
page-facade-label-draw = { $estate }, after the draw
page-facade-label-plan = { $estate }, in the plan
page-facade-text = Stairwells nearer to the target than lots: { $nearer }; no different: { $lot }; further: { $further }; too few to be told of: { $few }.
page-facade-caption = { $stairwells } stairwells. On target within the tolerance: { $on_first } after the draw, { $on } in the plan. Nearer to the target than lots: { $nearer_first } and { $nearer }; further: { $further_first } and { $further }.
page-stairwell-few = Building { $building }, stairwell { $stairwell }: too few to be told of
page-stairwell-by-lot = Building { $building }, stairwell { $stairwell }: no different from lots
page-stairwell-nearer = Building { $building }, stairwell { $stairwell }: nearer to the target than lots
page-stairwell-further = Building { $building }, stairwell { $stairwell }: further from the target than lots

still-title = What the draw gave, and what exchanges between volunteers made of it
still-note = In households. Grey: 95 of 100 lots ({ $replicates } times). Ring: after the draw. Dot: in the plan.
page-lots = Before and after, beside chance
page-lots-lead = The same households dealt over the same homes by lot, { $replicates } times, inside their estate and home type. What the draw gave should lie inside the grey band, because it knows no groups. What the plan gives should lie to the left of it.
page-band = 95 of 100 lots
page-lots-stairwells = Distance of the stairwells
page-lots-buildings = Distance of the buildings
page-lots-estates = Distance between estates
page-lots-row = After the draw { $first }, in the plan { $last }; 95 of 100 lots lie between { $low } and { $high }.
page-lots-axis = In households. For the estates, lots are dealt over all of them: their distance shows what people chose.

page-choices = Choices and turns
page-ranks = Which choice of estate households got
page-choice = Choice
page-households = Households
page-share = Share
page-rank = choice { $rank }
page-rank-later = choice { $rank } or later
page-rank-none = no home
page-tenths = Turn order against choice got
page-tenth = Turns { $from } to { $to }: { $first } % got their first choice, { $none } % have no home.
page-tenths-note = The turns in ten equal parts, first turns left. Numbers: percent who got their first choice. An early turn helps where homes are wanted by many; what it is worth can be seen here.
page-unhoused = Who could not be housed
page-unhoused-lead = { $total ->
    [one] One signed household has no home.
   *[other] { $total } signed households have no home.
} Nobody else could have been housed in its place by another order: as many are housed as can be housed at all.
page-unhoused-none-fits = { $count ->
    [one] For one of them no home in the whole stock fits.
   *[other] For { $count } of them no home in the whole stock fits.
}
page-unhoused-nobody = Every household that signed has a home.
page-sets = Homes that were too few
page-set-kinds = Homes
page-set-households = Depend on them
page-set-homes = Homes there are
page-set-without = Without a home
page-set-bar = { $homes } homes for { $households } households
page-sets-more = { $count } more households were blocked by { $sets } other sets of homes.
page-sets-note = Households in a row accept no other homes than these. Each of them has its reason, and what would help, in its letter.

page-equal = Equal treatment
page-equal-lead = What the households of each group got, beside all others. The grey band is what the gap would be in 95 of 100 cases if the labels had been dealt by lot ({ $replicates } times). The first allocation stands beside the plan: exchanges should change nothing in choice, home type and needs.
page-equal-changed = Of { $placed } housed households, the exchanges gave { $choices } another choice of estate and { $types } another home type than the draw. No home misses a need that its household stated.
page-equal-few = A figure from which a count below { $few } could be worked out is not shown. The line of all groups together is always there.
page-equal-hidden = Not shown, since a count behind the figure is too small: { $groups }.
page-equal-areas = The area is known for { $known } of { $placed } homes.
page-equal-rare = Labels by lot differ this much or more in only { $times } of 100 cases.
page-equal-common = Labels by lot differ this much or more in { $times } of 100 cases.
page-equal-same = The same for everybody.
page-equal-nothing = Nothing to compare.
page-group = Group
page-signed = Signed
page-col-draw = Draw
page-col-plan = Plan
page-col-others = All others
page-col-gap = Gap
page-col-band = By lot
page-equal-table = What each group got
page-col-picture = The gap beside the band
page-not-stated = not stated
page-inside = inside of what lots give
page-outside = outside of what lots give
outcome-housed = Housed, % of the signed
outcome-first-choice = First choice, % of the housed
outcome-rank = Mean choice rank
outcome-space = Square metres per person
outcome-floor = Mean floor
outcome-step-free = Step-free need met, %
outcome-waiting = Still waiting, % of the signed

page-way = What stands in the way
page-way-lead = The plan comes as near as choices, homes and volunteers let it. This is what held the rest back.
page-way-staying = { $count } of { $placed } households did not opt in to exchanges: they keep the home the draw gave.
page-way-partner = { $count } volunteers have a home of a type that no other volunteer in { $estate } has, so nobody to exchange with.
page-way-bonded = { $count } volunteers stay together with others: they move together or not at all.
page-way-needing = { $count } volunteers need a step-free home or a low floor, which few homes offer.
page-way-few = What held exchanges back concerns too few households here to be told of.

page-proof = Check this plan yourself
page-proof-lead = Everything below is in the certificate. With the inputs and the seed, anybody gets the same plan, byte for byte.
page-proof-seed = Seed
page-proof-roll = Digest of the intake, published before the seed
page-proof-commands = Commands, in the folder of this report
page-proof-commands-are = They print the digest of the intake, check every promise from the files alone, make the plan again, and write this page again.
page-proof-tickets = Every ticket, in five lines of Python
page-proof-tickets-are = A ticket is an HMAC of the household's id under the seed, or of its bond's key; the lowest ticket comes first. This needs no software of ours, only the office's list.
page-proof-by-hand = The commands at the end of this line, which come with the system, print the digest of a file. This page is not among the files of the certificate, because it can be written again in another language; the tables are.

## List and letters

list-title = Homes by turn
list-lead = { $placed } households have a home; { $unplaced } that signed have none and are told in their letters. Turn, household code, home, and which choice of estate it was. Every ticket can be recomputed from the seed.
list-home = Home
letter-title = Letters to households
letter-kicker = Housing office: result of the draw
letter-to = To household
letter-home = This is your home:
letter-choice = It is in an estate of your choice { $choice }.
letter-no-home = There is no home for you in this plan.
letter-waiting = Nothing is lost by it: you stay on the list. What is named above would help; tell the office if your needs or choices have changed.
letter-turn-h = Your turn
letter-ticket = Ticket and seed:
letter-lost-h = Why not an earlier choice
letter-bond = You asked to stay together: your homes are in one { $level }.
letter-unsigned-help = Sign the agreement at the office, and you take part in the next draw. You need not.
letter-appeal-h = What you may appeal
letter-appeal = A person will look at it, not a program. You may appeal if
letter-appeal-facts = something about your household was recorded wrongly: persons, needs, choices, with whom you stay together;
letter-appeal-draw = your ticket or your turn is not what the public seed gives;
letter-appeal-home = the home does not fit what you asked for, or your agreement was not given freely.
letter-until = Until
letter-office = at
letter-withdraw = You may withdraw your agreement at any time, at no cost.

## Spreadsheet

xlsx-sheet-plan = Plan
xlsx-sheet-unplaced = Without a home
xlsx-sheet-summary = Summary
xlsx-sheet-columns = Columns
xlsx-household = Household
xlsx-household-is = The office's code of the household, as text.
xlsx-turn = Turn
xlsx-turn-is = 1 is first: by priority, then by ticket.
xlsx-ticket = Ticket
xlsx-ticket-is = HMAC-SHA256 of the household's code (or of its bond's) under the public seed. The lowest comes first.
xlsx-estate = Estate
xlsx-estate-is = Where the home is.
xlsx-building = Building
xlsx-building-is = Its name inside the estate.
xlsx-stairwell = Stairwell
xlsx-stairwell-is = Its name inside the building.
xlsx-floor = Floor
xlsx-floor-is = 1 is the ground floor.
xlsx-door = Door
xlsx-door-is = As the office writes it.
xlsx-dwelling = Dwelling
xlsx-dwelling-is = The office's code of the home, as text.
xlsx-home-type = Home type
xlsx-home-type-is = As in the table of dwellings.
xlsx-choice = Choice
xlsx-choice-is = Which choice of estate it was, 1 = first.
xlsx-type = Type rank
xlsx-type-is = Place of the home type in the household's list, 1 = best.
xlsx-bond = Bond
xlsx-bond-is = How near the households live that asked to stay together: stairwell, building, estate or apart. Blank without a bond of two housed households.
xlsx-reason-code = Code
xlsx-reason = Reason, and what would help
xlsx-homes = Vacant homes
xlsx-placed = Handed out
xlsx-left = Left over
xlsx-first-choice = First choices
xlsx-column = Column
xlsx-name = In plan.csv
xlsx-meaning = What it says
xlsx-note = The certificate speaks of plan.csv and of this file as it was written; changed here, it is another plan.

## Help

help-about = Plans which household gets which home: choice first, then exchanges between volunteers towards a mix, with a certificate anyone can check.
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-arg-help = Print this help
help-arg-version = Print the version
help-arg-format = How results are printed: table, json or csv
help-arg-lang = Language: zh or en (otherwise that of the system)
help-demo = Writes a synthetic town to try things out with
help-demo-dir = Folder to write to
help-demo-households = Number of households, 1 to 1000000 (600 if left out)
help-demo-seed = Number that the town is made from
help-demo-estates = Number of estates
help-demo-groups = Number of groups
help-demo-opt_in = Of the signed households, how many volunteer for exchanges (percent)
help-demo-bonds = Households that belong to a bond (percent)
help-demo-spare = Vacant homes beyond one for each signed household (percent)
help-demo-residents = Stairwells that are partly lived in already (percent)
help-demo-force = Overwrite files that exist
help-read = Reads a plan file and its tables and lists every problem
help-read-plan = The plan file
help-read-force = Overwrite a list of problems that exists
help-read-problems = Write all problems to this CSV file
help-check = Measures how mixed places are, and how much of that is chance
help-check-file = A table of counts, a table of dwellings (its residents), or a plan file (its residents)
help-check-count = households (if left out) or persons; lots always move whole households
help-check-target = Measure against this target. A TOML file with a share for every group, in percent or as fractions: [target] A = 40, B = 60; and, where wanted, [cap] with a limit for every group ("none" for no limit) and tolerance = 7, in percentage points for all groups alike (or [tolerance] by level). JSON with the same keys does as well
help-check-after = Before and after this plan (folder): residents today, the draw alone, the plan, and their differences beside chance
help-check-compare = Compare two tables, such as two years; or, with a plan file, the folders of two plans
help-check-svg = Draw each level beside its chance band, and places by distance to the target, into this SVG file
help-check-force = Overwrite the picture
help-check-levels = Columns that name places, coarse to fine
help-check-groups = Columns that count groups
help-check-internal = Show small counts and single places, for the office's own eyes
help-check-shuffles = How often to draw lots for the chance bands (1000 if left out; 0: none)
help-check-seed = Number that the lots come from
help-plan = Draws, exchanges, verifies and writes a plan
help-plan-plan = The plan file
help-plan-out = Folder to write the plan to
help-plan-seed = The public seed, in place of the one in the plan file
help-plan-leave_out = Leave rows with errors out and list them, instead of stopping
help-plan-final_plan = Insist on a final plan: refuse if the plan file has no mandate
help-plan-threads = Number of threads (the plan is the same with any)
help-plan-force = Overwrite a plan that exists
help-verify = Checks every promise of a plan from its files alone
help-verify-out = Folder of the plan
help-verify-replay = Plan again from the inputs as well, and compare byte for byte
help-verify-inputs = The plan file, if it is not where the certificate says
help-explain = Explains a household's turn and home, or what a message code means
help-explain-out = Folder of the plan, or a message code such as MX1101
help-explain-household = The household
help-explain-inputs = The plan file, if it is not where the certificate says
help-report = Writes the report of a plan again, the list for the notice board, letters to all households, or a picture
help-report-what = Perhaps "list", "letters" or "picture", then the plan's folder
help-report-inputs = Where the plan file is now
help-roll-digest = Prints the digest to publish before the seed is known
help-roll-digest-plan = The plan file
help-roll-digest-leave_out = Leave rows with errors out, as plan --leave-out does
help-roll-digest-show = Print the text that the digest is made from

### Problems found while reading. Three sentences for each code: title, problem, remedy.

## Files

MX1001-title = The file is empty
MX1001-problem = There is nothing in this file.
MX1001-remedy = Check that the right file is named, and save it again from the program it was made with.

MX1002-title = Bytes that are no text
MX1002-problem = The byte { $byte } at position { $offset } does not belong to text in { $encoding }, which the file seems to be.
MX1002-remedy = In your spreadsheet program, save the file as "CSV UTF-8 (comma delimited)" or as .xlsx. If it is in another encoding, name it in the plan file: encoding = "GB18030".

MX1003-title = No rows
MX1003-problem = The file has a header and no row below it.
MX1003-remedy = Add the rows, or name the file that holds them.

MX1004-title = A quotation mark is left open
MX1004-problem = A cell opens here with a quotation mark that is never closed, so the rest of the file reads as one cell.
MX1004-remedy = Close the quotation mark at the end of this cell, or take it away.

MX1005-title = A spreadsheet of another kind
MX1005-problem = This is a spreadsheet of the kind .{ $kind }, which is not read.
MX1005-remedy = Open it in your spreadsheet program and save it as .xlsx, without a password.

MX1006-title = A workbook that cannot be opened
MX1006-problem = This file is no workbook, or it is damaged.
MX1006-remedy = Open it in your spreadsheet program and save it as .xlsx once more, or as CSV.

MX1007-title = The workbook is too large
MX1007-problem = This workbook is larger than any list of homes or households: more than { $most } { $what ->
    [parts] parts
    [bytes] bytes when unpacked
    [text] characters in one cell
    [texts] different texts
    [formats] cell formats or merged ranges
    [columns] columns
    [rows] rows
   *[cells] cells
 }.
MX1007-remedy = Copy the list alone into a new workbook, or save the sheet as CSV. A cell far outside of the list may be all there is to delete.

MX1008-title = No such sheet
MX1008-problem = The workbook has no sheet "{ $sheet }".
MX1008-remedy = Write the name as the workbook shows it. Nearest: { $near }.

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

MX1105-title = No such header
MX1105-problem = The plan file says that "{ $header }" is the column "{ $column }", but the file has no such header.
MX1105-remedy = Write it under [columns] as the file does. Nearest: { $near }.

MX1106-title = Rows above the header
MX1106-problem = { $count } rows above row { $row } were taken for titles and not read as data.
MX1106-remedy = Nothing need be done. If the header is another row, name it in the plan file with header_row.

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

MX1208-title = A damaged number
MX1208-problem = "{ $value }" in column { $column } is a long number of which a spreadsheet has kept only the first digits. It is not used as a key.
MX1208-remedy = Take the number from the original list, with the column formatted as text; or name another column that holds ids.

MX1209-title = An error value in a cell
MX1209-problem = "{ $value }" in column { $column } is an error of the spreadsheet and counts as a blank.
MX1209-remedy = Mend the formula in the spreadsheet, or write the value.

MX1210-title = An error value where a need or a state should be
MX1210-problem = "{ $value }" in column { $column } is an error of the spreadsheet. A blank here would hide what is needed.
MX1210-remedy = Mend the formula in the spreadsheet, or write the value.

MX1211-title = A row of sums
MX1211-problem = This row adds up others and is not data.
MX1211-remedy = Nothing need be done.

MX1212-title = A row of signatures or remarks
MX1212-problem = This row holds signatures, dates or remarks of the list and is not data.
MX1212-remedy = Nothing need be done. If it is data, fill in its columns.

MX1213-title = The header once more
MX1213-problem = This row repeats the header.
MX1213-remedy = Nothing need be done.

MX1214-title = A key that became a date
MX1214-problem = "{ $value }" in column { $column } looks like a key, such as 5-1, that a spreadsheet has turned into a date.
MX1214-remedy = Format the column as text and write the key again.

MX1215-title = Two names that look alike
MX1215-problem = "{ $first }" and "{ $second }" ({ $column }) differ in their spelling only, and are taken for two.
MX1215-remedy = If they are one, write them alike in the file; groups can be joined under [groups] in the plan file.

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

MX2013-title = A month without a day
MX2013-problem = "{ $value }" names a month only; its first day was taken: { $date }.
MX2013-remedy = Write the whole date if it is known. A month such as 2019.1 may have lost a 0 in a spreadsheet.

MX2014-title = Two sizes of one household
MX2014-problem = Household { $household }: { $stated } persons are stated, but it has { $counted } rows.
MX2014-remedy = Correct the file; or say in the plan file which of the two counts: size = "stated" or size = "counted" under [files] households.

MX2015-title = More than one head of household
MX2015-problem = Household { $household } has { $heads } heads.
MX2015-remedy = Correct the relation of the others; or, if these are two households, give one a new id.

MX2016-title = Members of different groups
MX2016-problem = The members of household { $household } have different groups, and none is declared for the household; it is taken as not stated.
MX2016-remedy = Nothing need be done. If the household declared a group, add a column "household_group".

MX2017-title = Members say different things
MX2017-problem = The rows of household { $household } differ in column { $column }, which is one for the whole household.
MX2017-remedy = Write the same in all rows of the household, or leave it blank in all but one.

MX2018-title = A person of a household that takes no part
MX2018-problem = This person belongs to household { $household }, which takes no part; row { $other } says why.
MX2018-remedy = Nothing need be done here.

MX2019-title = One of two sizes was taken
MX2019-problem = Household { $household }: { $stated } persons are stated, and it has { $counted } rows; as the plan file says, { $taken } was taken.
MX2019-remedy = Nothing need be done.

MX2101-title = Everybody of a village agreed
MX2101-problem = In { $places } villages, with { $households } households, every household agreed without exception. That is rare where people are free to refuse.
MX2101-remedy = Ask some of them, without the officials who collected the agreements.

MX2102-title = A whole village agreed on one day
MX2102-problem = In { $places } villages, with { $households } households, every household agreed, and all on one day. A signature collected like this may not be consent.
MX2102-remedy = Ask some of them, without the officials who collected the agreements.

MX2103-title = Refusals that became agreements
MX2103-problem = { $households } households had refused, and agree now.
MX2103-remedy = Ask them what changed. Whoever refused must be free to do so again, at no cost.

MX2104-title = Agreements older than the list
MX2104-problem = { $households } agreements are dated before the list was drawn up.
MX2104-remedy = Check the dates, and whether these households knew what they agreed to.

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

MX3006-title = An address with two readings
MX3006-problem = "{ $value }" can be read as { $first }, or as { $second }.
MX3006-remedy = Write building, stairwell, floor and door in full, such as 3栋2单元501, or in columns of their own.

MX3007-title = An address that cannot be read
MX3007-problem = In the address "{ $value }" this is not found: { $missing }.
MX3007-remedy = Write building, stairwell, floor and door in full, such as 3栋2单元501, or in columns of their own.

## Tables of counts

MX4001-title = Two columns have one name
MX4001-problem = Column { $first } and column { $second } are both named "{ $column }".
MX4001-remedy = Give each column a name of its own.

MX4002-title = No such column
MX4002-problem = { $option } names the column "{ $column }", which the file does not have.
MX4002-remedy = Take the name as the header writes it. Nearest names: { $near }.

MX4003-title = A column is both level and group
MX4003-problem = "{ $column }" cannot be a level of places and a group at the same time.
MX4003-remedy = Name it either in --levels or in --groups.

MX4004-title = No group
MX4004-problem = No column of this file holds whole numbers that could be counts of a group.
MX4004-remedy = Give each group a column of whole numbers, or name the columns with --groups.

MX4005-title = No places
MX4005-problem = No column of this file names places.
MX4005-remedy = Add a column "unit" with the name of each place, or name the columns with --levels.

MX4006-title = A place stands twice
MX4006-problem = "{ $place }" stands in row { $other } already.
MX4006-remedy = Add the two rows up, or rename one of the places.

MX4007-title = Not a count
MX4007-problem = "{ $value }" in column { $column } is not a count.
MX4007-remedy = Write a whole number from 0 to 1000000000; write 0 where nobody of the group lives.

MX4008-title = Neither counts nor dwellings
MX4008-problem = This is a table of households: it tells who wishes to live where, not who lives where.
MX4008-remedy = Check a table of counts or dwellings.csv; or name the plan file, with --after for its plan.

MX4009-title = Nobody to count
MX4009-problem = No home of this table is occupied by a household of a known group.
MX4009-remedy = Fill in the column resident_group of occupied homes; or, if nobody lives here yet, check a plan with --after.

MX4011-title = The target cannot be read
MX4011-problem = This is neither valid TOML nor valid JSON: { $detail }.
MX4011-remedy = Mend this place. A target has a section [target] with one line for each group, such as A = 40.

MX4012-title = A target without shares
MX4012-problem = The file gives no group a share.
MX4012-remedy = Add a section [target] with one line for each group, such as A = 40. The plan file's target = "estate" has no shares to measure against.

MX4013-title = Not a share, cap or tolerance
MX4013-problem = { $key } is "{ $value }", which is not a number in range.
MX4013-remedy = Write a number from 0 to 100 (percent), or all shares and caps as fractions of 1; for no cap, "none".

MX4014-title = The shares do not add up
MX4014-problem = The shares of the target add up to { $sum }.
MX4014-remedy = Change them so that they add up to 100 (percent) or to 1 (fractions).

## Refused

MX9001-title = A lopsided target is refused
MX9001-problem = The target names some groups only. Without a share: { $missing }.
MX9001-remedy = Give every group a share, or write target = "estate". A target must treat all groups alike.

MX9002-title = A tolerance for each group is refused
MX9002-problem = "{ $key }" gives groups tolerances of their own.
MX9002-remedy = Write one whole number that holds for all groups alike, such as tolerance = 7.

MX9003-title = A cap on a group is refused
MX9003-problem = "{ $key }" would set a cap or quota, and those fall on single groups.
MX9003-remedy = Take it away. mixplan comes nearer to a mix by voluntary exchanges only; it sets no limit for a group.

MX9004-title = A refused column is named
MX9004-problem = The plan file names the column "{ $header }", which is about { $kind ->
    [religion] a person's religion
    [politics] a person's politics
    [police] a person's police or court record
    [key_person] a "key person" label
    [trust] how far a person is trusted
    [national_id] a person's identity number
   *[phone] a person's phone number
 }. Homes are not handed out by it, whatever it is taken for.
MX9004-remedy = Take the line out of [columns]. Households need an id of their own.

MX9011-title = A lopsided target is refused
MX9011-problem = The target names some groups only. Without a share: { $missing }.
MX9011-remedy = Give every group a share. A target must treat all groups alike.

MX9012-title = Caps on some groups are refused
MX9012-problem = The caps name some groups only. Without a word on: { $missing }.
MX9012-remedy = Give every group a cap, or write "none" where there is no limit; or take all caps away.

MX9013-title = A share of nothing is refused
MX9013-problem = The target gives the group "{ $group }" a share of 0, although it lives here: that would mean it ought not to.
MX9013-remedy = Give the group a share above 0.

# What verify says. promise-*: one line per promise. fault-*: what is wrong; the household, where there is one,
# is named before the sentence.

promise-signed = Only households with their own recorded agreement are placed.
promise-fits = Every placed household's home fits its stated needs, home types and choices.
promise-one_home = Each household has one home, each home one household, and only vacant homes are handed out.
promise-residents_stay = No resident is moved.
promise-everyone_first = As many households are housed as can be housed at all; who is left out follows priority and draw.
promise-blind_base = The first allocation follows from needs, priority, choices, bonds and the draw alone; groups play no part.
promise-no_worse = After the exchanges nobody holds a lower choice or another home type than in the first allocation.
promise-opt_out_untouched = Who did not opt in to exchanges keeps exactly the home of the first allocation.
promise-bonds_kept = Households that asked to stay together are never parted by exchanges.
promise-company = The exchanges leave no more households without company than the first allocation.
promise-nearer = Neither the distance between estates nor the mix score is higher than in the first allocation.
promise-symmetric = The target names every group or none, with one tolerance for all.
promise-replayable = Anyone with the inputs and the public seed gets the same plan.

fault-household-unknown = { $sheet }, line { $row }: no household of this name is in the intake.
fault-household-unsigned = { $sheet }: placed without a recorded agreement.
fault-home-type-unfit = { $sheet }: dwelling { $dwelling } is of type { $home_type }, which the household does not accept.
fault-estate-unaccepted = { $sheet }: dwelling { $dwelling } is in { $estate }, which is not among the household's choices.
fault-not-step-free = { $sheet }: the household needs a step-free home; dwelling { $dwelling } is not step-free.
fault-floor-too-high = { $sheet }: dwelling { $dwelling } is on floor { $floor }; the household's highest is { $limit }.
fault-dwelling-unknown = { $sheet }: there is no dwelling "{ $dwelling }" in the stock.
fault-dwelling-held = { $sheet }: dwelling { $dwelling } is held back and cannot be handed out.
fault-dwelling-shared = { $sheet }: dwelling { $dwelling } is also given to household { $other }.
fault-household-twice = { $sheet }, line { $row }: the household already has a row.
fault-dwelling-occupied = { $sheet }: residents live in dwelling { $dwelling }.
fault-left-unhoused = Not housed, although it could be housed without anybody else losing a home.
fault-passed-over = Not housed at turn { $turn }, although household { $other } with the later turn { $other_turn } is housed in its stead.
fault-missing-in-plan = Housed in first.csv but not in plan.csv.
fault-added-in-plan = Housed in plan.csv but not in first.csv.
fault-tier-worse = Holds choice { $choice }, type { $type } in first.csv; by its turn it is due choice { $due_choice }, type { $due_type }.
fault-tier-better = Holds choice { $choice }, type { $type } in first.csv, better than its turn gives: choice { $due_choice }, type { $due_type }.
fault-dwelling-order = Holds dwelling { $dwelling }, although household { $other } with a later turn holds dwelling { $other_dwelling }, which the draw puts before it.
fault-dwelling-skipped = Holds dwelling { $dwelling }, although the equal dwelling { $free }, which the draw puts before it, was left free.
fault-other-home-type = The home type changed from { $first } to { $plan }.
fault-lower-choice = The choice fell from rank { $first } to rank { $plan }.
fault-moved-without-opt-in = Moved from dwelling { $from } to { $to } without having opted in to exchanges.
fault-moved-without-target = Moved from dwelling { $from } to { $to } in a plan that has no target and so no exchanges.
fault-bond-parted = Bond { $bond }: shared a { $level } with household { $other } in the first allocation and no longer does.
fault-company-lost = Households without company: { $first } in the first allocation, { $plan } in the plan.
fault-estates-further = Distance between estates: { $first } households in the first allocation, { $plan } in the plan.
fault-score-higher = Mix score: { $first } in the first allocation, { $plan } in the plan.
fault-shares-missing = The target gives { $shares } shares for { $groups } groups.
fault-share-zero = The target gives group { $group } a share of zero.
fault-shares-total = The shares of the target add up to { $total }, not to 100.
fault-tolerance-range = The tolerance of level { $level } is { $tolerance } points; it must be between 0 and 100.
fault-turn-wrong = { $sheet }: the turn is given as "{ $found }"; priority and draw give { $expected }.
fault-ticket-wrong = { $sheet }: the ticket is given as "{ $found }"; the seed gives { $expected }.
fault-address-wrong = { $sheet }: column { $column } says "{ $found }"; for this dwelling it is "{ $expected }".
fault-rank-wrong = { $sheet }: column { $column } says "{ $found }"; the household's wishes give { $expected }.
fault-bond-level-wrong = { $sheet }: column bond_level says "{ $found }"; the rows show "{ $expected }".
fault-row-order-wrong = { $sheet }, line { $row }: the row comes after one with a later turn.
fault-seed-differs = The certificate states the seed "{ $stated }"; the inputs give "{ $found }".
fault-roll-digest-differs = The certificate states the roll digest { $stated }; the inputs give { $found }.
fault-version-missing = The certificate does not give a version number of the tool that made the plan.
fault-input-changed = Input file { $file } has changed: the certificate states { $stated }, the file has { $found }.
fault-input-missing = Input file { $file }, which the certificate lists, was not found.
fault-input-unlisted = Input file { $file } is not listed in the certificate.
fault-output-changed = { $file } has changed: the certificate states { $stated }, the file has { $found }.
fault-output-missing = { $file }, which the certificate lists, was not found.
fault-output-unlisted = The certificate gives no digest of { $file }.
fault-output-form = { $file } has the right cells but other bytes than the tool writes for them (quotation marks, line ends, blank lines or a byte-order mark).
fault-unplaced-missing = The household signed and has no home, but unplaced.csv does not list it.
fault-unplaced-wrong = unplaced.csv, line { $row }: listed, although it has a home, did not sign, is not in the intake or was listed before.
fault-unplaced-reason = unplaced.csv, line { $row }: the reason is given as "{ $stated }"; homes and wishes give "{ $found }".
fault-count-wrong = The certificate states { $stated } for "{ $count }"; recounted, it is { $found }.
fault-figure-wrong = The certificate states { $stated } for "{ $figure }"; recomputed, it is { $found }.
fault-bound-unproven = The lower bound is stated with the proof "{ $proof }", but there is "{ $found }".
fault-estates-differ = The certificate names the estates { $stated }; there are { $found }.
fault-witness-foreign = The witness of the bound is about another intake: { $stated }, not { $found }.
fault-witness-misfit = The witness of the bound does not have one price for every number of volunteers in every place of { $estate }.
fault-effort-wrong = The certificate states the effort "{ $stated }"; the plan file gives "{ $found }".
fault-promise-missing = The certificate gives no result for the promise { $promise }.
fault-promise-not-kept = The certificate itself states "{ $stated }" for the promise { $promise }.
fault-promise-unknown = The certificate names a promise that does not exist: { $promise }.
fault-mandate-missing = The plan is marked final or its plan file gives a mandate, but the certificate states none.
fault-mandate-unknown = The certificate states a mandate, but the plan file gives none.
fault-mandate-differs = The certificate states "{ $stated }" for "{ $field }" of the mandate; the plan file gives "{ $found }".

## What-if

help-whatif = Tries scenarios on a crowd and compares what comes out
help-whatif-scenarios = The scenario file (--template writes one); or merge, to put the results of shards together
help-whatif-dir = With merge: the folder of the sweep
help-whatif-out = Folder for the results; the same command goes on with what is in it
help-whatif-template = Print a scenario file with comments
help-whatif-shard = Do this shard of all jobs only, such as 3/7; each job's result is a file of its own
help-whatif-jobs = Only write the list of jobs, jobs.ndjson
help-whatif-threads = Threads to use (all cores if left out)
help-whatif-as_plan = Is refused: a simulation cannot become a plan for named households
help-whatif-force = Start anew, whatever is in the folder
help-whatif-after =
    Shards: any number of machines that see one folder can share a sweep; each of these goes on where it was stopped.
      xargs       seq 8 | xargs -P 4 -I%% mixplan whatif scenarios.toml --out sweep --shard %%/8 --threads 1
      Slurm       #SBATCH --array=1-8 --requeue
                  mixplan whatif scenarios.toml --out sweep --shard "$SLURM_ARRAY_TASK_ID/8"
      Kubernetes  completionMode: Indexed, completions: 8, FailIndex on exit codes 2 and 3, and as command
                  mixplan whatif /in/scenarios.toml --out /out --shard $((JOB_COMPLETION_INDEX + 1))/8
      afterwards  mixplan whatif merge sweep
    Exit code 75 means: stopped or incomplete, run it again. The documentation of the room whatif has whole files.
doing-whatif = trying scenarios
whatif-usage = Name a scenario file and a folder: mixplan whatif scenarios.toml --out DIR. A file to start from: mixplan whatif --template > scenarios.toml. To put shards together: mixplan whatif merge DIR.
whatif-no-plan = A simulation cannot be written as a plan for named households. It has no names in it, its rules are not those of a plan, and quotas decide for nobody. Use mixplan plan.
whatif-stopped = Stopped: { $done } of { $of } open runs are done and kept. The same command goes on with the rest.
whatif-resumed = { $done } of { $of } runs were done before; going on with the rest.
whatif-done = Written to { $dir }: { $scenarios } scenarios under { $seeds } seeds. scenarios.csv, parts.csv, runs.csv, ranking.csv and comparison.json have all figures; frontier.svg, spread.svg and ranking.svg are pictures.
whatif-shard-done = { $done } runs done in this shard, which has { $of }. When all shards are done: mixplan whatif merge DIR.
whatif-other-inputs = { $path } belongs to a sweep with other inputs (different: { $changed }). Results of different inputs are not mixed: use another folder, or --force to start anew.
whatif-other-jobs = { $path } lists the jobs of another sweep. Use another folder, or --force to replace the list.
whatif-foreign-file = { $path } is not a file of results of this tool.
whatif-newer-file = { $path } was made by a later version of this tool.
whatif-bad-file = { $path } cannot be used: { $why }
whatif-not-an-outcome = A kept result of the scenario "{ $name }" is not complete. Use --force to start anew.
whatif-bad-shard = "{ $value }" is no shard. Write the number of the shard and how many there are, such as 3/7.
whatif-bad-jobs = { $path } is not a list of jobs.
whatif-missing = Missing: { $id } ({ $name }; seed { $seed })
whatif-incomplete = { $missing } of { $of } results are missing. Run their shards again, then merge.
whatif-scenario = Scenario
whatif-base = base
whatif-nothing = none
whatif-band = { $mean } [{ $low }, { $high }]
whatif-legend = First row: values of the base. Other rows: differences to the base, seed by seed; in brackets the 95 % band over seeds (with fewer than 40 seeds: least to greatest). Shares in percentage points.
whatif-frontier = Choice against mix
whatif-frontier-note = One dot a scenario: mean over all seeds, with 95 % bands. One curve a mechanism. Simulation.
whatif-frontier-mix = Neighbour mix (1 = as by lots)
whatif-frontier-choice = Choice per household (1 = everybody in a first choice, 0 = no home)
whatif-no-points = Neighbour mix is not defined here: one group only, or nobody housed.
whatif-spread = How much is luck of the draw
whatif-spread-note = Dot: mean over seeds. Bar: 95 % band. Line: the base. Simulation.
whatif-ranking = What moves the mix most
whatif-ranking-note = Neighbour mix: lowest to highest mean difference to the base, one change at a time. Simulation.
whatif-no-ranking = No change was tried alone: the scenario file has no one_at_a_time table.
mechanism-draw = draw only
mechanism-choice_first = choice first + exchanges
mechanism-quota_lottery = quota lottery
mechanism-quota_optimum = quota optimum (bound)
figure-housed = Housed
figure-first_choice_share = First choice (%)
figure-without_company = Without company
figure-score = Mix score
figure-neighbour_mix = Neighbour mix
figure-price_of_diversity = Price of diversity
figure-price_of_order = Price of the order
figure-left_out_for_cap = Left out for a cap
axis-mechanism = mechanism
axis-effort = effort of the search
axis-participation = participation
axis-target = target
axis-tolerance_estate = tolerance, estates
axis-tolerance_building = tolerance, buildings
axis-tolerance_stairwell = tolerance, stairwells
axis-company = company
axis-slack = choice slack
axis-bond_level = level of bonds
axis-bond_cost = cost of bonds
axis-vacancies = vacancies
axis-close = building closed
axis-add = building added
axis-step_free = step-free homes
axis-late = late arrivals
axis-late_rule = rule for late arrivals
axis-hold_back = homes held back
axis-refusals = refusals
axis-no_shows = no-shows
axis-offers = offers
axis-cap_estate = cap, estates
axis-cap_building = cap, buildings
axis-worth = worth of choices
MX1701-title = A sweep needs one start
MX1701-problem = [base] must name a plan file or a synthetic town: one of the two.
MX1701-remedy = Write plan = "plan.toml", or town = { "{" } households = 600 { "}" }.
MX1702-title = No such building
MX1702-problem = The base has no building "{ $value }".
MX1702-remedy = Write estate and building with a slash between them. Nearest: { $near }.
MX1703-title = A share for something unknown
MX1703-problem = "{ $key }" gives a share to "{ $value }", which means nothing here.
MX1703-remedy = Check its spelling. Nearest: { $near }.
MX1704-title = Caps for some groups only
MX1704-problem = "{ $key }" has no cap for: { $missing }.
MX1704-remedy = Give every group a cap (100 is none), or write one number for all.
MX1705-title = Too many scenarios
MX1705-problem = The grid has { $count } combinations; the most is { $most }.
MX1705-remedy = Leave values out, or make several scenario files.
MX1706-title = Two scenarios of one name
MX1706-problem = More than one scenario is called "{ $name }".
MX1706-remedy = Give one of them another name, or take out the value that stands twice.

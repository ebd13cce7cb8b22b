### Every sentence of mixplan in English. The same keys stand in zh.ftl; a test fails on a missing or unused one.

## Reasons for having no home

reason-no-such-home = No vacant home fits this household's needs, home types and choices.
reason-shortage = { $households } households accept only these homes, and there are { $homes }: { $kinds }. Whoever got one had an earlier turn.
reason-more-kinds = and { $count } more kinds
reason-repair = { " " }This would help: { $repairs }.
list-comma = ,{ " " }
list-or = ; or{ " " }
kind = { $steps }type { $type } in { $estate }{ $floors }
kind-step-free = step-free{ " " }
kind-with-steps = not step-free{ " " }
kind-floor = { " " }on floor { $floor }
kind-floors = { " " }on floors { $from } to { $to }
repair-more-homes = { $count ->
    [one] 1 more home ({ $kind })
   *[other] { $count } more homes ({ $kind })
}
repair-accepting = { $count } of these { $households } households accepting a home that is left over ({ $kind }; { $left } left)

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
summary-promises = Promises
of-share = { $part } ({ $percent } %)
of-bonds = { $kept } of { $bonds }
all-kept = all { $count } kept, checked by separate code


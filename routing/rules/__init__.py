"""Every rule of competence, in the order of legal reasoning."""

from routing.rules import connexity, extended, order, personal, place, policy, port_area, scope, subject_matter, territorial
from routing.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("place-port-area", port_area.port_area),
    Rule("place-territory", place.territory),
    Rule("offence-places", place.offence_places),
    Rule("core-without-tie", scope.core_without_tie),
    Rule("core-handed-over", scope.core_handed_over),
    Rule("core-in-port-area", scope.core_in_port_area),
    Rule("core-declared-tie", scope.core_declared_tie),
    Rule("core-place-known", scope.core_place_known),
    Rule("neither-list", scope.neither_list),
    Rule("supporting-without-tie", connexity.without_tie),
    Rule("supporting-declared", connexity.declared),
    Rule("supporting-beside-port-crime", connexity.beside_port_crime),
    Rule("supporting-related-file", connexity.related_file),
    Rule("supporting-follows-outside", connexity.follows_outside),
    Rule("supporting-supposed-tie", connexity.supposed_tie),
    Rule("file-scope", scope.file_scope),
    Rule("file-place", scope.file_place),
    Rule("minor-at-the-facts", personal.minor_at_the_facts),
    Rule("ground-place-of-offence", territorial.place_of_offence),
    Rule("ground-scheldt", territorial.scheldt),
    Rule("ground-continuing", territorial.continuing),
    Rule("ground-residence", territorial.residence),
    Rule("ground-seat", territorial.seat),
    Rule("ground-found", territorial.found),
    Rule("ground-facts-abroad", territorial.facts_abroad),
    Rule("ground-connexity", extended.connexity),
    Rule("ground-indivisibility", extended.indivisibility),
    Rule("territory-of-the-place", territorial.territory_of_the_place),
    Rule("policy-port-office", policy.port_office, overrides=("territory-of-the-place",)),
    Rule("policy-court", policy.court, overrides=("territory-of-the-place",)),
    Rule("social-law", subject_matter.social_law, overrides=("territory-of-the-place",)),
    Rule("customs-smuggling", subject_matter.customs_smuggling, overrides=("territory-of-the-place",)),
    Rule(
        "murder-assize",
        subject_matter.murder_assize,
        overrides=("territory-of-the-place", "policy-court", "social-law", "customs-smuggling"),
    ),
    Rule(
        "lead-authority",
        subject_matter.lead_authority,
        overrides=("territory-of-the-place", "policy-port-office", "policy-court", "social-law", "customs-smuggling", "murder-assize"),
    ),
    Rule(
        "magistrate",
        personal.magistrate,
        overrides=(
            "territory-of-the-place",
            "policy-port-office",
            "policy-court",
            "social-law",
            "customs-smuggling",
            "murder-assize",
            "lead-authority",
        ),
    ),
    Rule("youth-court-of-residence", personal.youth_court_of_residence),
    Rule("division-of-matters", subject_matter.division_of_matters),
    Rule("order-of-the-report", order.order_of_the_report),
    Rule("public-order", policy.public_order),
)

NAMED: frozenset[str] = frozenset(rule.id for rule in RULES)

-- migrate:up

set local lock_timeout = '5s';

-- Every page asks what its reader was told of and nobody took.
create index escalations_accounts on escalations using gin (accounts);

-- migrate:down

drop index escalations_accounts;

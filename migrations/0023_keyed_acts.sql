-- migrate:up

set local lock_timeout = '5s';

-- What a client did with an Idempotency-Key, written in the transaction of the act, so that the same key never does it twice; and what it
-- was answered, written once the act was committed. Beside the registration, whose key stands with its submission.
create table keyed_acts (
    sender text not null,
    -- The key itself may be any text of the client.
    key_digest bytea not null check (octet_length(key_digest) = 32),
    -- Of the address and the body; the version that the client saw is no part of what it asks.
    act_digest bytea not null check (octet_length(act_digest) = 32),
    case_number text not null,
    done_at timestamptz not null,
    -- Null = the service stopped between the act and its answer.
    status smallint,
    headers text[] not null default '{}',
    body bytea,
    primary key (sender, key_digest),
    check ((status is null) = (body is null))
);

-- migrate:down

drop table keyed_acts;

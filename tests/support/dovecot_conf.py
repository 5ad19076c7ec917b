"""The configuration of a Dovecot that needs no root, for 2.3 and for 2.4, which renamed much."""

from __future__ import annotations

_BOTH = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_fsync = never
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  client_limit = 2000
}}
service imap-login {{
  chroot =
  {reuse} = {for_ever}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service imap {{
  {reuse} = 1000
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Drafts {{
    auto = subscribe
    special_use = \\Drafts
  }}
}}
"""

_OLD = """
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
mail_location = maildir:{home}/mail/%u
protocol imap {{
  imap_capability = {capabilities}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
"""

_NEW = """
ssl_server_cert_file = {home}/cert.pem
ssl_server_key_file = {home}/key.pem
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {home}/mail/%{{user}}
imap_capability {{
  {hidden}
}}
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {home}/mail/%{{user}}
  }}
}}
"""

_CAPABILITIES = (
    "IMAP4rev1 SASL-IR ID ENABLE IDLE LITERAL+ NAMESPACE SPECIAL-USE UNSELECT UIDPLUS MOVE"
)


def configuration(version: str, without: frozenset[str], **values: object) -> str:
    """The file for a version as `dovecot --version` tells it, hiding some capabilities."""
    if version.startswith("2.3"):
        offered = [word for word in _CAPABILITIES.split() if word not in without]
        more = {"reuse": "service_count", "for_ever": 0, "capabilities": " ".join(offered)}
        return (_BOTH + _OLD).format(**values, **more)
    hidden = "\n  ".join(f"{word} = no" for word in sorted(without))
    more = {"reuse": "restart_request_count", "for_ever": "unlimited", "hidden": hidden}
    head = "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n"
    return head + (_BOTH + _NEW).format(**values, **more)

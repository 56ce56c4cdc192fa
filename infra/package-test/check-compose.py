"""Each compose file fits the Compose Specification, and every network, volume and secret it names is there."""

import sys
from pathlib import Path

import yaml
from compose_spec import PyCompose

for file in sys.argv[1:]:
    # Written again, so that what `<<` refers to is merged.
    merged = yaml.safe_dump(yaml.safe_load(Path(file).read_text()))
    compose = PyCompose.from_yaml(merged)
    for check in (
        compose.validate_networks,
        compose.validate_volumes,
        compose.validate_secrets,
        compose.validate_configs,
    ):
        check()
    print(f"{file}: {', '.join(compose.service_names())}")

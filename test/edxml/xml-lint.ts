import { memoryPages, validateXML } from 'xmllint-wasm';

/** What libxml2, a strict parser of XML with namespaces, says about each document: the error, or nothing when it is sound. */
export const lint = async (
  documents: readonly (string | Uint8Array)[],
): Promise<readonly (string | undefined)[]> => {
  const { rawOutput } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${String(at)}.xml`, contents })),
    normalization: 'c14n',
    modifyArguments: (given) => ['--noout', ...given.filter((one) => one !== '--c14n')],
    maxMemoryPages: memoryPages.GiB,
  });
  return documents.map((_, at) => firstError(rawOutput, `${String(at)}.xml`));
};

const firstError = (output: string, fileName: string): string | undefined =>
  output
    .split('\n')
    .find((line) => line.startsWith(`${fileName}:`) && /: (parser|namespace) error : /.test(line));

import { type NewDocument } from '@lienthong/connector';
import { type Province } from './fixture.js';

/** Agencies whose systems are a test: nobody answers for them. */
const OFFICES = ['thu-a', 'thu-b', 'thu-c'];

export const codeOf = (office: string): string => `000.9${String(OFFICES.indexOf(office))}.99.H39`;

/** Registers the offices and connects a system for each; returns their keys. */
export const connectOffices = async ({
  platform: { operator },
}: Province): Promise<ReadonlyMap<string, string>> => {
  const outcomes = await operator.registerAgencies(
    OFFICES.map((id) => ({
      id,
      name: `Cơ quan ${id}`,
      level: 'commune' as const,
      sector: 'state' as const,
      codes: [{ code: codeOf(id), form: 'qcvn102' as const, from: '2010-01-01' }],
      from: '2010-01-01',
    })),
  );
  if (outcomes.some(({ ok }) => !ok)) throw new Error('the directory does not take the offices');
  const connected = OFFICES.map(async (id) => {
    const system = { id: `kit-${id}`, kind: 'kit', name: id, agencies: [id] };
    return [id, (await operator.connect(system)).key] as const;
  });
  return new Map(await Promise.all(connected));
};

/** From the first office to the others. */
export const letter = (number: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  from: codeOf('thu-a'),
  documentId: `${codeOf('thu-a')},2020/03/02,${number}`,
  code: { number, notation: 'TEST' },
  typeName: 'Công văn',
  subject: `V/v thử ${number}`,
  to: [{ code: codeOf('thu-b') }, { code: codeOf('thu-c') }],
  ...changes,
});

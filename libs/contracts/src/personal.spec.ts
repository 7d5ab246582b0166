import { describe, expect, it } from '@jest/globals';
import { decodePersonal, encodePersonal } from './personal.js';

const signer = { competence: 'TM. UBND', position: 'Chủ tịch', fullName: 'Nguyễn Văn A' };
const staff = { department: 'Văn thư', name: 'Trần Thị B', mobile: '0272', email: '' };
const evidence = [
  { value: Uint8Array.of(1), certificate: Uint8Array.of(2, 3) },
  { value: Uint8Array.of(4), certificate: Uint8Array.of(5) },
];

describe('the names and contacts of persons', () => {
  it.each([{}, { signer }, { staff }, { evidence }, { signer, staff, evidence }])(
    'are read as written: %j',
    (personal) => {
      expect(decodePersonal(encodePersonal(personal))).toStrictEqual(personal);
    },
  );

  it('are no bytes when there are none', () => {
    expect(encodePersonal({})).toHaveLength(0);
  });

  it('are not read from damaged bytes', () => {
    expect(() => decodePersonal(encodePersonal({ signer }).slice(0, 5))).toThrow(RangeError);
  });
});

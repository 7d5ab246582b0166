import { describe, expect, it } from '@jest/globals';
import { instant, sha256 } from '@lienthong/kernel';
import { sample, sampleText } from '../../../test/edxml/samples.js';
import { type DocumentPacket, type Organ, readPacket } from './index.js';

const contacts = {
  address: 'Số 1, đường Mẫu',
  email: 'vanthu@example.gov.vn',
  telephone: '024 0000 0000',
  fax: '024 0000 0001',
  website: 'https://www.example.gov.vn',
};
const organ = (organId: string, name?: string): Organ => ({
  organId,
  inCharge: name,
  name,
  ...contacts,
});
const clerk = {
  department: 'Văn thư văn phòng',
  staff: 'Cán bộ văn thư (mẫu)',
  mobile: '84900000000',
  email: 'vanthu@example.gov.vn',
};

const documentOf = (text: string | Uint8Array): DocumentPacket => {
  const packet = readPacket(typeof text === 'string' ? Buffer.from(text) : text);
  if (packet.kind !== 'document') throw new Error('not a document');
  return packet;
};

type Changes = readonly (readonly [from: string | RegExp, to: string])[];

const changed = (name: string, ...changes: Changes) =>
  documentOf(
    changes.reduce((text, [from, to]) => {
      expect(text).toMatch(from);
      return text.replaceAll(from, () => to);
    }, sampleText(name)),
  );

describe('a packet from the field', () => {
  it('is a new document to three agencies', () => {
    const { attachments, signature, ...rest } = documentOf(sample('new-three-recipients'));
    expect(rest).toEqual({
      kind: 'document',
      businessType: 0,
      from: organ('000.00.00.G22', 'Văn phòng Chính phủ'),
      to: [
        organ('000.00.00.H41', 'UBND Tỉnh Nghệ An'),
        organ('000.00.00.H14', 'UBND Tỉnh Cao Bằng'),
        organ('000.00.00.G17', 'Sở Thông tin truyền thông Hải Phòng'),
      ],
      documentId: '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT',
      code: { number: '7816', notation: 'VPCP-TTĐT' },
      promulgation: { place: 'Hà Nội', date: '2019-04-11' },
      documentType: { type: '1', typeDetail: '0', typeName: 'Công văn' },
      subject: 'V/v kết nối, liên thông phần mềm quản lý văn bản',
      content: 'V/v kết nối, liên thông phần mềm quản lý văn bản',
      signer: {
        competence: 'TL. BO TRUONG',
        position: 'Cuc truong cuc ung dung cong nghe thong tin',
        fullName: 'Nguyễn Văn Mẫu',
      },
      dueDate: '2019-04-11',
      toPlaces: ['Cac bo va co quan ngang bo', 'Uy ban nhan dan cac tinh, TP'],
      priority: '0',
      sphere: 'Liên thông văn bản quốc gia',
      typerNotation: 'TVC',
      promulgationAmount: '2',
      pageAmount: '22',
      direction: 'false',
      appendixes: ['Công văn về việc kết nối, liên thông phần mềm quản lý văn bản'],
      responseFor: [],
      steeringType: '1',
      trace: [{ organId: '000.00.00.G22', timestamp: instant('2019-04-11T00:00:00+07:00') }],
      business: {
        documentId: '000.00.00.G22,2014/02/30,7806/VPCP-TTĐT',
        reason: 'Văn bản điện tử mới',
        paper: false,
        receivers: [],
        replacements: [],
        staff: clerk,
      },
    });
    expect(signature).toMatch(/^<Signature>[^]*UkVEQUNURUQ=[^]*<\/Signature>$/);
    const [attachment] = attachments;
    expect(attachments).toHaveLength(1);
    expect(attachment).toMatchObject({
      contentId: '209',
      name: '1896_QD-TTg_m_294779.doc',
      description: '1896_QD-TTg_m_294779.doc',
      mediaType: 'application/pdf',
    });
    expect(attachment?.content).toHaveLength(604);
    expect(sha256(attachment?.content ?? '')).toBe(
      '4675267e4b7ff01d32be9856bbed1b3f7f582cef8163ca537bc2b480fba08b49',
    );
  });

  it('revokes a document', () => {
    expect(documentOf(sample('revoke'))).toMatchObject({
      businessType: 1,
      responseFor: [
        {
          organId: '000.00.00.H14',
          code: '267/VPCP-TTĐT',
          promulgationDate: '2018-09-28',
          documentId: '000.00.04.G14,2012/08/06,267/VPCP-TTĐT',
        },
      ],
      business: { reason: 'Thu hồi văn bản điện tử', paper: false, staff: clerk },
    });
  });

  it('updates a document and its recipients', () => {
    expect(documentOf(sample('update'))).toMatchObject({
      businessType: 2,
      business: {
        documentId: '000.00.00.G22,2014/02/30,7806/VPCP-TTĐT',
        documentInfo: '1',
        documentReceiver: '1',
        receivers: [
          { organId: '000.00.00.H41', receiverType: '0' },
          { organId: '000.00.00.H14', receiverType: '1' },
        ],
        replacements: [],
      },
    });
  });

  it('passed systems that are called null, or not at all', () => {
    const document = documentOf(sample('new-null-trace-organ'));
    expect(document.businessType).toBe(0);
    expect(document.business).toBeUndefined();
    expect(document.from).toEqual({ organId: 'vxp.saas.03', ...contacts });
    expect(document.code.number).toBe('BINTEST123');
    expect(document.signer).toEqual({ fullName: 'Nguyễn Văn Mẫu' });
    expect(document.trace).toEqual([
      { timestamp: instant('2025-10-23T16:28:42+07:00') },
      { timestamp: instant('2025-10-23T16:28:43+07:00') },
    ]);
    expect(Buffer.from(document.attachments[0]?.content ?? []).toString('latin1')).toMatch(/^%PDF/);
  });

  it('carries a PDF as it is', () => {
    const document = documentOf(sample('new-raw-pdf'));
    expect(document.toPlaces).toEqual(['Các phòng ban', 'Ban lãnh đạo']);
    expect(document.attachments).toMatchObject([
      {
        contentId: 'a2e27520-f053-46f9-93ac-4b0d2f956d1b',
        name: '1761209178887_TestTrucLienThong.pdf',
        mediaType: 'application/pdf',
      },
    ]);
  });

  it('refuses a document', () => {
    expect(readPacket(sample('status-02-refused'))).toEqual({
      kind: 'status',
      from: organ('000.00.00.H41', 'UBND Tỉnh Nghệ An'),
      responseFor: {
        organId: '000.00.00.G22',
        code: '7816/VPCP-TTĐT',
        promulgationDate: '2015-09-30',
        documentId: '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT',
      },
      staff: { ...clerk, department: 'Phong hanh chinh' },
      statusCode: '02',
      description: 'Văn thư - Phòng Văn thư - Lưu trữ: Từ chối không tiếp nhận văn bản điện tử',
      timestamp: instant('2015-09-20T11:08:36+07:00'),
    });
  });

  it('asks for a document back', () => {
    expect(readPacket(sample('status-13-take-back'))).toMatchObject({
      from: { organId: '000.00.00.G22' },
      responseFor: { organId: '000.00.00.H41' },
      statusCode: '13',
    });
  });
});

describe('a packet of another producer', () => {
  it('may name the documents that it replaces', () => {
    const replaced = `<edXML:BussinessDocType>3</edXML:BussinessDocType><edXML:ReplacementInfoList>
      <edXML:ReplacementInfo><edXML:DocumentId>a</edXML:DocumentId><edXML:OrganIdList>
      <edXML:OrganId>H01</edXML:OrganId><edXML:OrganId>H02</edXML:OrganId></edXML:OrganIdList>
      </edXML:ReplacementInfo></edXML:ReplacementInfoList>`;
    expect(changed('revoke', [/<edXML:BussinessDocType>1<.*?>/g, replaced])).toMatchObject({
      businessType: 3,
      business: { replacements: [{ documentId: 'a', organIds: ['H01', 'H02'] }] },
    });
  });

  it.each<[string, Changes]>([
    [
      'other prefixes',
      [
        [/edXML:/g, 'x:'],
        [/xmlns:edXML=/g, 'xmlns:x='],
      ],
    ],
    [
      'no prefixes',
      [
        [/edXML:/g, ''],
        [/xmlns:edXML="[^"]*"/g, ''],
      ],
    ],
    ['carriage returns', [[/\n/g, '\r\n']]],
    ['empty elements', [[/<edXML:SteeringType>/g, '<edXML:ResponseFor/><edXML:SteeringType>']]],
    ['no manifest', [[/<edXML:edXMLManifest[^]*<\/edXML:edXMLManifest>/g, '']]],
    ['content ids without cid:', [[/cid:/g, '']]],
    ['another declared type', [[/application\/zip/g, 'application/pdf']]],
    ['white space around its values', [[/(?<=>)(?=[^<\s])|(?<=[^>\s])(?=<)/g, '\n\t ']]],
    ['an element that nobody knows', [[/<edXML:Subject>/g, '<edXML:X>1</edXML:X><edXML:Subject>']]],
    ['a foreign element', [[/<edXML:Subject>/g, '<Subject xmlns="u">1</Subject><edXML:Subject>']]],
    ['days before months', [[/2018\/09\/28/g, '28/09/2018']]],
  ])('means the same with %s', (_, changes) => {
    const { signature, ...said } = changed('revoke', ...changes);
    expect(said).toEqual({ ...documentOf(sample('revoke')), signature: undefined });
    expect(signature).toContain('UkVEQUNURUQ=');
  });

  it('keeps days out that do not exist', () => {
    const document = changed('new-raw-pdf', ['2025/10/20', '2014/02/30']);
    expect(document.promulgation).toEqual({ place: 'Thành phố Đà Nẵng' });
  });

  it('may give the name of an attachment in the manifest alone', () => {
    const [attachment] = changed('new-raw-pdf', [/\n *<AttachmentName>.*/g, '']).attachments;
    expect(attachment?.name).toBe('1761209178887_TestTrucLienThong.pdf');
  });

  it('may describe an attachment in the manifest alone', () => {
    const [attachment] = changed('revoke', [/\n *<Description>.*/g, '']).attachments;
    expect(attachment?.description).toBe('1896_QD-TTg_m_294779.doc');
  });
});
